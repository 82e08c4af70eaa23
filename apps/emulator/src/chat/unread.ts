import type { Portal } from "../portal.ts";
import type { Chat, Message } from "../state/model.ts";
import type { State } from "../state/state.ts";
import { historyFor } from "./history.ts";

/**
 * The messages of others that a member of a chat has not read, oldest first. Who writes has read what stands above.
 *
 * @param messages What the person may read, from `historyFor`.
 */
export function unreadIn(
  state: State,
  chat: Chat,
  personId: number,
  messages = historyFor(state, chat, personId),
): Message[] {
  if (!chat.memberIds.includes(personId)) return [];
  const lastOwn = messages.findLast(({ authorId }) => authorId === personId)?.id ?? 0;
  const readUpTo = Math.max(chat.readUpTo[String(personId)] ?? 0, lastOwn);
  return messages.filter(({ id, authorId, isSystem }) => id > readUpTo && authorId !== personId && !isSystem);
}

/** Marks a chat as read up to a message; further down or, unlike on the page, also back up. */
export function setReadUpTo(portal: Portal, chat: Chat, personId: number, messageId: number): void {
  chat.readUpTo[String(personId)] = messageId;
  portal.live.publish({ type: "dialog", chat });
}
