import { dialogIdFor, messagesOf, nameOf, otherMember, personById } from "../../chat/find.ts";
import { findChatFolder } from "../../disk/chat-folder.ts";
import { unreadIn } from "../../chat/unread.ts";
import type { Portal } from "../../portal.ts";
import type { Chat, Message } from "../../state/model.ts";
import { chatView, roleOf } from "../../wire/v2-chat.ts";
import { isoDate } from "../../wire/iso-date.ts";

type View = Record<string, unknown>;

const PERMISSIONS = {
  manage_users_add: "member",
  manage_users_delete: "manager",
  manage_ui: "member",
  manage_settings: "owner",
  manage_messages: "member",
  can_post: "member",
};
const RESTRICTIONS = {
  avatar: true,
  rename: true,
  extend: true,
  call: true,
  mute: true,
  leave: true,
  leave_owner: true,
  send: true,
  user_list: true,
  path: "",
  path_title: "",
};

/** What a chat of an entity is called in `type`. Bitrix24 docs: im.dialog.get. */
const ENTITY_CHAT_TYPES: Record<string, string> = {
  CRM: "crm",
  TASKS_TASK: "tasksTask",
  SONET_GROUP: "sonetGroup",
  CALENDAR: "calendar",
};

/** A chat in a list: without what only its own page shows. Bitrix24 docs: im.recent.list. */
export function chatSummary(portal: Portal, chat: Chat, viewerId: number): View {
  const view = chatView(portal.state, chat, viewerId);
  const { type, messageType } = kindOf(chat, view);
  return {
    id: chat.id,
    parent_chat_id: 0,
    parent_message_id: 0,
    name: view["name"],
    owner: chat.ownerId,
    extranet: view["extranet"],
    contains_collaber: false,
    avatar: chat.avatar,
    color: chat.color,
    type,
    entity_type: view["entityType"],
    entity_id: chat.entityId,
    entity_data_1: view["entityData1"],
    entity_data_2: view["entityData2"],
    entity_data_3: view["entityData3"],
    mute_list: chat.mutedIds,
    manager_list: managersOf(chat),
    date_create: isoDate(new Date(chat.createdAt)),
    message_type: messageType,
    user_counter: chat.memberIds.length,
    restrictions: RESTRICTIONS,
    role: roleOf(chat, viewerId).toUpperCase(),
    text_field_enabled: chat.isTextFieldEnabled !== false,
    background_id: null,
    entity_link: entityLink(chat),
    permissions: PERMISSIONS,
    public: "",
  };
}

/** A chat as its own page shows it, with counters. Bitrix24 docs: im.dialog.get, im.search.chat.list. */
export function chatDetails(portal: Portal, chat: Chat, viewerId: number): View {
  const messages = messagesOf(portal.state, chat.id);
  const last = messages.at(-1);
  return {
    ...chatSummary(portal, chat, viewerId),
    description: chat.description,
    role: roleOf(chat, viewerId),
    counter: unreadIn(portal.state, chat, viewerId).length,
    message_count: messages.length,
    unread_id: unreadIn(portal.state, chat, viewerId)[0]?.id ?? 0,
    last_message_id: last?.id ?? 0,
    last_id: chat.readUpTo[String(viewerId)] ?? 0,
    marked_id: 0,
    disk_folder_id: findChatFolder(portal, chat)?.id ?? 0,
    is_new: false,
    readed_list: chat.memberIds.filter((id) => id !== viewerId).map((id) => readerView(portal, chat, id)),
    last_message_views: lastViews(portal, chat, last),
    dialog_id: dialogIdFor(chat, viewerId),
  };
}

/** How the chat is called for a person: a private one has the other side's name. */
export function titleFor({ state }: Portal, chat: Chat, viewerId: number): string {
  return chat.kind === "private" ? nameOf(personById(state, otherMember(chat, viewerId))) : chat.title;
}

function readerView({ state }: Portal, chat: Chat, personId: number): View {
  const messageId = chat.readUpTo[String(personId)] ?? 0;
  const message = state.messages.get(messageId);
  return {
    user_id: personId,
    user_name: nameOf(personById(state, personId)),
    message_id: messageId,
    date: message === undefined ? null : isoDate(new Date(message.at)),
  };
}

/** Who has seen the last message, but for its author. */
function lastViews({ state }: Portal, chat: Chat, last: Message | undefined): View {
  if (last === undefined) return { message_id: 0, first_viewers: [], count_of_viewers: 0 };
  const viewers = chat.memberIds.filter((id) => id !== last.authorId && (chat.readUpTo[String(id)] ?? 0) >= last.id);
  const first_viewers = viewers.map((id) => {
    return { user_id: id, user_name: nameOf(personById(state, id)), date: isoDate(new Date(last.at)) };
  });
  return { message_id: last.id, first_viewers, count_of_viewers: Math.max(viewers.length - 1, 0) };
}

function kindOf(chat: Chat, view: View): { type: unknown; messageType: unknown } {
  const entityType = ENTITY_CHAT_TYPES[chat.entityType];
  if (entityType !== undefined) return { type: entityType, messageType: view["messageType"] };
  return chat.isOpen ? { type: "open", messageType: "O" } : { type: view["type"], messageType: view["messageType"] };
}

function managersOf(chat: Chat): number[] {
  return [...new Set([chat.ownerId, ...chat.managerIds])];
}

function entityLink({ entityType, entityId }: Chat): View {
  const [kind = "", number = ""] = entityId.split("|");
  if (entityType === "CRM") {
    return { type: kind, url: `/crm/${kind.toLowerCase()}/details/${number}/`, id: entityId };
  }
  return { type: entityType, url: "", id: entityId };
}
