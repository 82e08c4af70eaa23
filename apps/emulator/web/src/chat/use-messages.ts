import type { Message } from "../api/types.ts";
import { usePortal } from "../live/portal-context.ts";
import { type Live, useLive } from "../live/use-live.ts";

/** What a person sees of a dialog, oldest first. */
export function useMessages(personId: string, dialogId: string): Live<Message[]> {
  const { api } = usePortal();
  return useLive(
    `${personId} ${dialogId}`,
    () => api.messages(personId, dialogId),
    (news) => (news.type === "message" || news.type === "message.updated") && news.dialogId === dialogId,
  );
}
