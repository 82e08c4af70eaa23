import { bindingsOf } from "../chat/crm-bindings.ts";
import { dialogIdFor, messagesOf, nameOf, otherMember, personById, sessionOf } from "../chat/find.ts";
import { findChatFolder } from "../disk/chat-folder.ts";
import { isoDate } from "./iso-date.ts";
import type { Chat, CrmBinding } from "../state/model.ts";
import type { State } from "../state/state.ts";

const MESSAGE_TYPES = { private: "P", group: "C", open_line: "L" } satisfies Record<Chat["kind"], string>;
const CHAT_TYPES = { private: "private", group: "chat", open_line: "lines" } satisfies Record<Chat["kind"], string>;
/** In the order of `entityData2`. */
const BINDING_TYPES = ["LEAD", "COMPANY", "CONTACT", "DEAL"] as const;

/** The one-letter type of a chat. Bitrix24 docs: chat-bots-v2/entities, Chat. */
export function messageTypeOf(chat: Chat): string {
  return chat.isOpen ? "O" : MESSAGE_TYPES[chat.kind];
}

/** A chat as it stands in events: without what only a member may know. */
export function chatView(state: State, chat: Chat, viewerId: number): Record<string, unknown> {
  const isPrivate = chat.kind === "private";
  const isLine = chat.kind === "open_line";
  return {
    id: chat.id,
    dialogId: dialogIdFor(chat, viewerId),
    type: chat.isOpen ? "open" : CHAT_TYPES[chat.kind],
    messageType: messageTypeOf(chat),
    name: isPrivate ? nameOf(personById(state, otherMember(chat, viewerId))) : chat.title,
    description: chat.description,
    owner: chat.ownerId,
    avatar: chat.avatar,
    color: chat.color,
    extranet: isLine,
    containsCollaber: false,
    entityType: isLine ? "LINES" : chat.entityType,
    entityId: chat.entityId,
    entityData1: isLine ? lineData(state, chat) : "",
    entityData2: isLine ? bindingData(bindingsOf(state, chat)) : "",
    entityData3: isLine ? "N" : "",
    diskFolderId: findChatFolder({ state }, chat)?.id ?? 0,
    parentChatId: null,
    parentMessageId: null,
    textFieldEnabled: chat.isTextFieldEnabled === false ? "N" : "Y",
    backgroundId: null,
  };
}

/** A chat as a method answers it, with counters and the viewer's role. */
export function chatDetails(state: State, chat: Chat, viewerId: number): Record<string, unknown> {
  const messages = messagesOf(state, chat.id);
  return {
    ...chatView(state, chat, viewerId),
    entityLink: {},
    role: roleOf(chat, viewerId),
    permissions: {},
    muteList: chat.mutedIds,
    isNew: false,
    dateCreate: isoDate(new Date(chat.createdAt)),
    lastMessageId: messages.at(-1)?.id ?? 0,
    lastMessageViews: "{}",
    lastId: chat.readUpTo[viewerId] ?? 0,
    managerList: [...new Set([chat.ownerId, ...chat.managerIds])],
    markedId: null,
    messageCount: messages.length,
    public: "",
    unreadId: null,
    userCounter: chat.memberIds.length,
  };
}

/** What a person is in a chat; a stranger is a guest. */
export function roleOf(chat: Chat, personId: number): "owner" | "manager" | "member" | "guest" {
  if (!chat.memberIds.includes(personId)) return "guest";
  if (chat.ownerId === personId) return "owner";
  return chat.managerIds.includes(personId) ? "manager" : "member";
}

/**
 * Ten fields: whether the dialog is in the CRM, with which entity, the session's number the sixth and its start the
 * seventh. Bitrix24 docs: imopenlines-dialog-get.
 */
export function lineData(state: State, chat: Chat): string {
  const session = sessionOf(state, chat);
  const startedAt = session === null ? 0 : Math.floor(Date.parse(session.startedAt) / 1000);
  const [first] = bindingsOf(state, chat);
  const crm = first === undefined ? ["N", "NONE", 0] : ["Y", first.type, first.id];
  const isPinned = (chat.pinnedBy ?? []).length > 0 ? "Y" : "N";
  return [...crm, isPinned, "N", session?.id ?? 0, startedAt, 0, 0, 0].join("|");
}

/** `LEAD|1209|COMPANY|0|CONTACT|0|DEAL|0` */
function bindingData(bindings: CrmBinding[]): string {
  const numberOf = (type: string): number => bindings.find((binding) => binding.type === type)?.id ?? 0;
  return BINDING_TYPES.map((type) => `${type}|${numberOf(type)}`).join("|");
}
