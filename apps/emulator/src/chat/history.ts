import type { Chat, Message } from "../state/model.ts";
import type { State } from "../state/state.ts";
import { messagesOf } from "./find.ts";

/**
 * The messages of a chat that a person may read: who was added without its history sees what came after.
 *
 * @param messages All of the chat; who goes through many chats has them from `messagesByChat`.
 */
export function historyFor(
  state: State,
  chat: Chat,
  personId: number,
  messages = messagesOf(state, chat.id),
): Message[] {
  const hiddenUpTo = chat.hiddenUpTo?.[String(personId)] ?? 0;
  return hiddenUpTo === 0 ? messages : messages.filter(({ id }) => id > hiddenUpTo);
}

/** Hides what has been written so far from people who come now. */
export function hideHistory(state: State, chat: Chat, personIds: number[]): void {
  const last = messagesOf(state, chat.id).at(-1)?.id ?? 0;
  chat.hiddenUpTo = { ...chat.hiddenUpTo, ...Object.fromEntries(personIds.map((id) => [String(id), last])) };
}
