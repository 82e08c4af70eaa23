import { dialogIdFor, messagesOf, nameOf, otherMember, personById, sessionOf } from "../chat/find.ts";
import { isoDate } from "./iso-date.ts";
import type { Chat } from "../state/model.ts";
import type { State } from "../state/state.ts";

/** One-letter chat types of the messenger. Bitrix24 docs: chat-bots-v2/entities, Chat. */
export const MESSAGE_TYPES = { private: "P", group: "C", open_line: "L" } satisfies Record<Chat["kind"], string>;
const CHAT_TYPES = { private: "private", group: "chat", open_line: "lines" } satisfies Record<Chat["kind"], string>;

/** A chat as it stands in events: without what only a member may know. */
export function chatView(state: State, chat: Chat, viewerId: number): Record<string, unknown> {
  const isPrivate = chat.kind === "private";
  const isLine = chat.kind === "open_line";
  return {
    id: chat.id,
    dialogId: dialogIdFor(chat, viewerId),
    type: CHAT_TYPES[chat.kind],
    messageType: MESSAGE_TYPES[chat.kind],
    name: isPrivate ? nameOf(personById(state, otherMember(chat, viewerId))) : chat.title,
    description: "",
    owner: chat.ownerId,
    avatar: "",
    color: chat.color,
    extranet: isLine,
    containsCollaber: false,
    entityType: isLine ? "LINES" : "",
    entityId: chat.entityId,
    entityData1: isLine ? lineData(state, chat) : "",
    entityData2: isLine ? "LEAD|0|COMPANY|0|CONTACT|0|DEAL|0" : "",
    entityData3: isLine ? "N" : "",
    diskFolderId: chat.id,
    parentChatId: null,
    parentMessageId: null,
    textFieldEnabled: "Y",
    backgroundId: null,
  };
}

/** A chat as a method answers it, with counters and the viewer's role. */
export function chatDetails(state: State, chat: Chat, viewerId: number): Record<string, unknown> {
  const messages = messagesOf(state, chat.id);
  return {
    ...chatView(state, chat, viewerId),
    entityLink: {},
    role: chat.ownerId === viewerId ? "owner" : chat.memberIds.includes(viewerId) ? "member" : "guest",
    permissions: {},
    muteList: [],
    isNew: false,
    dateCreate: isoDate(new Date(chat.createdAt)),
    lastMessageId: messages.at(-1)?.id ?? 0,
    lastId: chat.readUpTo[viewerId] ?? 0,
    managerList: [chat.ownerId],
    markedId: null,
    messageCount: messages.length,
    public: "",
    unreadId: null,
    userCounter: chat.memberIds.length,
  };
}

/** Ten fields of which the sixth is the session id and the seventh its start. Bitrix24 docs: imopenlines-dialog-get. */
export function lineData(state: State, chat: Chat): string {
  const session = sessionOf(state, chat);
  const startedAt = session === null ? 0 : Math.floor(Date.parse(session.startedAt) / 1000);
  return ["N", "NONE", 0, "N", "N", session?.id ?? 0, startedAt, 0, 0, 0].join("|");
}
