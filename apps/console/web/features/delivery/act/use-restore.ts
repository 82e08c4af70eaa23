import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { useTell } from "./use-tell.ts";

/** Takes letters that were set aside back among those that wait. */
export function useRestore(): (ids: readonly string[]) => void {
  const t = useTranslations("deliveries.act");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const tell = useTell();
  const { mutate } = useMutation(
    trpc.deadLetter.restore.mutationOptions({
      onSuccess({ changed, refused }) {
        if (changed.length > 0) tell.said({ title: t("restored", { count: changed.length }) });
        tell.refused(refused);
      },
      onError: tell.failed,
      onSettled: () => queryClient.invalidateQueries(trpc.deadLetter.pathFilter()),
    }),
  );
  return (ids) => mutate({ ids: [...ids] });
}
