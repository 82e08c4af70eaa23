import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";

/** Statuses from here on say no. */
const REFUSED = 300;

type Tried = { text: string; isTaken: boolean };

/** Posts to a source what its system would post, and tells what the gateway said. */
export function useTestHook(portalId: string, hookId: string) {
  const t = useTranslations("notifications.sources.trial");
  const { mutate, data, isError, isPending } = useMutation(useTRPC().hook.test.mutationOptions());
  return {
    isPending,
    send: (secret: string, isOver: boolean) => mutate({ portalId, hookId, secret, isOver }),
    tried: isError ? { text: t("failed"), isTaken: false } : data === undefined ? null : wordsOf(data),
  };

  function wordsOf({ status, message }: { status: number; message: string }): Tried {
    if (status === 0) return { text: t("away", { message }), isTaken: false };
    const isTaken = status < REFUSED;
    return { text: isTaken ? t("sent", { status }) : t("refused", { status, message }), isTaken };
  }
}
