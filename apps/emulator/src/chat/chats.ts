import type { Portal } from "../portal.ts";
import type { Chat } from "../state/model.ts";
import { nextId } from "../state/state.ts";
import { nameOf, personById } from "./find.ts";

/** The connector that every portal has: a chat widget on a web page. */
export const CONNECTOR = "livechat";
/** The line that a portal has from the start. */
export const LINE_ID = 1;
const CHAT_COLOR = "#4ba984";

type NewChat = Pick<Chat, "kind" | "title" | "ownerId" | "memberIds"> &
  Partial<Pick<Chat, "color" | "description" | "avatar" | "isOpen" | "managerIds" | "entityType" | "entityId">>;

export function createChat(portal: Portal, input: NewChat): Chat {
  const id = nextId(portal.state, "chat");
  const chat: Chat = {
    entityType: "",
    entityId: "",
    color: CHAT_COLOR,
    description: "",
    avatar: "",
    isOpen: false,
    managerIds: [],
    ...input,
    id,
    mutedIds: [],
    createdAt: portal.now().toISOString(),
    sessionId: null,
    readUpTo: {},
  };
  portal.state.chats.set(id, chat);
  portal.live.publish({ type: "dialog", chat });
  return chat;
}

/** The private chat of two people, or null when neither has opened it yet. */
export function findPrivateChat(portal: Portal, one: number, other: number): Chat | null {
  const chats = [...portal.state.chats.values()];
  const isTheirs = (chat: Chat): boolean =>
    one === other
      ? chat.memberIds.length === 1 && chat.memberIds.includes(one)
      : chat.memberIds.includes(one) && chat.memberIds.includes(other);
  return chats.find((chat) => chat.kind === "private" && isTheirs(chat)) ?? null;
}

/** The private chat of a person with a bot or another person; created when it is the first contact. */
export function privateChatOf(portal: Portal, personId: number, botId: number): Chat {
  const title = nameOf(personById(portal.state, botId));
  return (
    findPrivateChat(portal, personId, botId) ??
    createChat(portal, { kind: "private", title, ownerId: personId, memberIds: [...new Set([personId, botId])] })
  );
}

/** The chat of a client with the open line; one for all their sessions. */
export function openLineChatOf(portal: Portal, clientId: number): Chat {
  const chats = [...portal.state.chats.values()];
  const existing = chats.find((chat) => chat.kind === "open_line" && chat.ownerId === clientId);
  if (existing !== undefined) return existing;
  const title = `${nameOf(personById(portal.state, clientId))} - ${portal.state.lineName}`;
  const chat = createChat(portal, {
    kind: "open_line",
    title,
    ownerId: clientId,
    memberIds: [clientId],
    entityType: "LINES",
  });
  chat.entityId = [CONNECTOR, LINE_ID, chat.id, clientId].join("|");
  return chat;
}

export function addMember(portal: Portal, chat: Chat, personId: number): void {
  if (chat.memberIds.includes(personId)) return;
  chat.memberIds.push(personId);
  portal.live.publish({ type: "dialog", chat });
}

export function removeMember(portal: Portal, chat: Chat, personId: number): void {
  if (!chat.memberIds.includes(personId)) return;
  chat.memberIds = chat.memberIds.filter((id) => id !== personId);
  portal.live.publish({ type: "dialog", chat });
}
