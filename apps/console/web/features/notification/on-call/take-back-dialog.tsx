import { useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { ReasonDialog } from "./reason-dialog.tsx";

type Props = { portalId: string; override: { id: string; name: string }; onClose: () => void };

/** Asks before what somebody took over is taken back from them. */
export function TakeBackDialog({ portalId, override: { id, name }, onClose }: Props) {
  const t = useTranslations("notifications.onCall.takeBack");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const { mutateAsync, isPending } = useMutation(trpc.rota.takeBack.mutationOptions());

  async function takeBack(reason: string): Promise<void> {
    try {
      await mutateAsync({ portalId, overrideId: id, reason });
      toast.show({ title: t("done") });
    } catch {
      toast.show({ title: t("failed"), tone: "danger" });
    }
    onClose();
    await queryClient.invalidateQueries(trpc.rota.pathFilter());
  }

  return (
    <ReasonDialog
      title={t("title")}
      text={t("text", { name })}
      action={t("action")}
      isBusy={isPending}
      onClose={onClose}
      onConfirm={(reason) => void takeBack(reason)}
    />
  );
}
