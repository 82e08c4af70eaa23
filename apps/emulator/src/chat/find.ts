import { AppError } from "@botdeck/core";

import type { State } from "../state/state.ts";
import type { Chat, Message, Person, Session } from "../state/model.ts";

/** The portal itself as an author: it has no account. */
export const PORTAL_AUTHOR_ID = 0;

export function nameOf(person: Person): string {
  return [person.firstName, person.lastName].filter((part) => part !== "").join(" ");
}

/** @throws AppError `invariant`: the number comes from our own state, so it must exist. */
export function personById(state: State, id: number): Person {
  const person = state.people.get(id);
  if (person === undefined) throw new AppError("invariant", `Person ${id} is not known to the portal.`);
  return person;
}

/** @throws AppError `invariant`: the number comes from our own state, so it must exist. */
export function chatById(state: State, id: number): Chat {
  const chat = state.chats.get(id);
  if (chat === undefined) throw new AppError("invariant", `Chat ${id} is not known to the portal.`);
  return chat;
}

/** The messages of a chat that still exist, oldest first. */
export function messagesOf(state: State, chatId: number): Message[] {
  return [...state.messages.values()].filter((message) => message.chatId === chatId && !message.isDeleted);
}

/** The messages of every chat that still exist, oldest first: one pass for a whole list of dialogs. */
export function messagesByChat(state: State): Map<number, Message[]> {
  const byChat = new Map<number, Message[]>();
  for (const message of state.messages.values()) {
    if (message.isDeleted) continue;
    const messages = byChat.get(message.chatId);
    if (messages === undefined) byChat.set(message.chatId, [message]);
    else messages.push(message);
  }
  return byChat;
}

/** The open line session that runs in a chat, or the last one; null when there was none. */
export function sessionOf(state: State, chat: Chat): Session | null {
  return chat.sessionId === null ? null : (state.sessions.get(chat.sessionId) ?? null);
}

/** The other side of a private chat, as seen by `personId`. */
export function otherMember(chat: Chat, personId: number): number {
  return chat.memberIds.find((id) => id !== personId) ?? personId;
}

/** How a person addresses a chat over REST: `chat12`, or the other side's number in a private chat. */
export function dialogIdFor(chat: Chat, personId: number): string {
  return chat.kind === "private" ? String(otherMember(chat, personId)) : `chat${chat.id}`;
}
