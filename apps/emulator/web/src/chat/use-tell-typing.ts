import { useCallback, useRef } from "react";
import { usePortal } from "../live/portal-context.ts";

/** The portal shows it for ten seconds, so this often is enough. */
const EVERY_MS = 4_000;

/** Says, not too often, that a person writes in a dialog. */
export function useTellTyping(playerId: string, dialogId: string): () => void {
  const { api } = usePortal();
  const toldAt = useRef(0);
  return useCallback(() => {
    const now = Date.now();
    if (now - toldAt.current < EVERY_MS) return;
    toldAt.current = now;
    // Only a sign for others: whether it arrives does not matter.
    api.tellTyping(playerId, dialogId).catch(() => undefined);
  }, [api, playerId, dialogId]);
}
