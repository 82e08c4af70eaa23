import type { Chat, Person } from "../state/model.ts";

/** What a person may see: their own chats, and for those who serve the line every open line that has begun. */
export function canSee(person: Person, chat: Chat): boolean {
  if (chat.memberIds.includes(person.id)) return true;
  const servesLine = person.role === "operator" || person.role === "manager";
  return chat.kind === "open_line" && servesLine && chat.sessionId !== null;
}
