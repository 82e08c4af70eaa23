import { useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { ReasonDialog } from "../../../components/reason-dialog.tsx";
import { useTRPC } from "../../../trpc.ts";

type Props = { portalId: string; override: { id: string; name: string }; onClose: () => void };

/** Asks before what somebody took over is taken back from them. */
export function TakeBackDialog({ portalId, override: { id, name }, onClose }: Props) {
  const t = useTranslations("notifications.onCall.takeBack");
  const tRoom = useTranslations("notifications.onCall");
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
      labels={{
        reason: tRoom("reason"),
        reasonHint: tRoom("reasonHint"),
        reasonMissing: tRoom("reasonMissing"),
        cancel: tRoom("cancel"),
        submit: t("action"),
      }}
      isBusy={isPending}
      onClose={onClose}
      onSubmit={(reason) => void takeBack(reason)}
    />
  );
}
