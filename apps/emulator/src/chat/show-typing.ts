import type { Portal } from "../portal.ts";
import type { Chat } from "../state/model.ts";

/** How long it is shown when nobody says: an answer or the next call is due by then. */
const USUAL_SECONDS = 10;

/**
 * Shows in a chat that somebody writes, or what a bot does meanwhile.
 *
 * Bitrix24 docs: chat-bots-v2/imbot.v2/chats/chat-input-action-notify; `durationSeconds` 0 is as good as none.
 */
export function showTyping(
  portal: Portal,
  chat: Chat,
  personId: number,
  { statusCode = null, durationSeconds = 0 }: { statusCode?: string | null; durationSeconds?: number } = {},
): void {
  const durationMs = (durationSeconds > 0 ? durationSeconds : USUAL_SECONDS) * 1000;
  portal.live.publish({ type: "typing", chat, personId, statusCode, durationMs });
}
