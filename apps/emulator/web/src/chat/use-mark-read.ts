import { useEffect } from "react";
import type { Dialog, Message, Person } from "../api/types.ts";
import { usePortal } from "../live/portal-context.ts";

/** What is on the screen counts as read by the person who is played. */
export function useMarkRead(player: Person, dialog: Dialog, messages: readonly Message[] | undefined): void {
  const { api } = usePortal();
  const lastId = Number(messages?.at(-1)?.id ?? 0);
  const readUpTo = Number(dialog.readUpTo[player.id] ?? 0);
  useEffect(() => {
    if (lastId <= readUpTo) return undefined;
    const mark = () => {
      if (document.visibilityState !== "visible") return;
      // Should it fail, the badge stays and the next message tries again.
      api.markRead(player.id, dialog.id, String(lastId)).catch(() => undefined);
    };
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [api, player.id, dialog.id, lastId, readUpTo]);
}
