import { messagesOf, nameOf } from "../chat/find.ts";
import type { Chat } from "../state/model.ts";
import type { State } from "../state/state.ts";
import { isoDate } from "./iso-date.ts";
import { snakeKeys } from "./key-case.ts";
import { chatDetails } from "./v2-chat.ts";

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
};

const PERMISSIONS = {
  manage_users_add: "member",
  manage_users_delete: "manager",
  manage_ui: "member",
  manage_settings: "owner",
  manage_messages: "member",
  can_post: "member",
};

/** A dialog as the older methods show it: snake_case. Bitrix24 docs: im.dialog.get, imbot.dialog.get, imopenlines.dialog.get. */
export function dialogDetails(state: State, chat: Chat, viewerId: number): Record<string, unknown> {
  const details = snakeKeys(chatDetails(state, chat, viewerId));
  const messages = messagesOf(state, chat.id);
  const last = messages.at(-1);
  const read = chat.readUpTo[viewerId] ?? 0;
  return {
    ...details,
    parent_chat_id: 0,
    parent_message_id: 0,
    counter: messages.filter(({ id, authorId }) => id > read && authorId !== viewerId).length,
    unread_id: 0,
    marked_id: 0,
    restrictions: RESTRICTIONS,
    entity_link: { type: details["entity_type"], url: "", id: chat.entityId },
    text_field_enabled: chat.isTextFieldEnabled !== false,
    permissions: PERMISSIONS,
    readed_list: readers(state, chat),
    last_message_views: {
      message_id: last?.id ?? 0,
      first_viewers: last === undefined ? [] : viewersOf(state, chat, last.id, last.authorId),
      count_of_viewers: 0,
    },
  };
}

function readers(state: State, chat: Chat): Record<string, unknown>[] {
  return Object.entries(chat.readUpTo).flatMap(([id, messageId]) => {
    const person = state.people.get(Number(id));
    return person === undefined
      ? []
      : [{ user_id: person.id, user_name: nameOf(person), message_id: messageId, date: null }];
  });
}

function viewersOf(state: State, chat: Chat, messageId: number, authorId: number): Record<string, unknown>[] {
  const at = state.messages.get(messageId)?.at;
  return readers(state, chat)
    .filter((reader) => Number(reader["message_id"]) >= messageId && reader["user_id"] !== authorId)
    .map(({ user_id, user_name }) => ({ user_id, user_name, date: at === undefined ? null : isoDate(new Date(at)) }));
}
