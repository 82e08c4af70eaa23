import { sessionOf } from "../chat/find.ts";
import { canSee } from "../chat/can-see.ts";
import type { Chat, Message, Person } from "../state/model.ts";
import type { State } from "../state/state.ts";

/** More than a badge has room for; a chat nobody reads is not counted to its end. */
const MOST = 100;

/** A client of an open line does not see what operators and the portal write among themselves. */
export function isShownTo(viewer: Person, message: Message): boolean {
  return viewer.role !== "client" || !message.forOperators;
}

/** How many messages of others a person has not read. An open line counts for its members, and for all while it waits. */
export function countUnread(state: State, chat: Chat, viewer: Person, messages: readonly Message[]): number {
  const isWaiting = sessionOf(state, chat)?.owner === "queue" && canSee(viewer, chat);
  if (!chat.memberIds.includes(viewer.id) && !isWaiting) return 0;
  const readUpTo = chat.readUpTo?.[String(viewer.id)] ?? 0;
  let unread = 0;
  for (let index = messages.length - 1; index >= 0 && unread < MOST; index -= 1) {
    const message = messages[index];
    if (message === undefined || message.id <= readUpTo || message.authorId === viewer.id) break;
    if (!message.isSystem && isShownTo(viewer, message)) unread += 1;
  }
  return unread;
}

/** The same over all that a person can see. */
export function countAllUnread(state: State, viewer: Person, byChat: ReadonlyMap<number, Message[]>): number {
  let unread = 0;
  for (const chat of state.chats.values()) unread += countUnread(state, chat, viewer, byChat.get(chat.id) ?? []);
  return unread;
}
