import { findPrivateChat } from "../chat/chats.ts";
import { messagesOf } from "../chat/find.ts";
import { canSee } from "../chat/write-as.ts";
import type { Chat, Message } from "../state/model.ts";
import { isoDate } from "../wire/iso-date.ts";
import { snakeKeys } from "../wire/key-case.ts";
import { phpMap } from "../wire/php-map.ts";
import { fileView, messageParams } from "../wire/v2-message.ts";
import { userView } from "../wire/v2-user.ts";
import type { Answer, Call, RestMethod } from "./method.ts";
import { integer, text, upperKeys } from "./params.ts";
import { badRequest, forbidden } from "./rest-error.ts";

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 50;

/** The messenger as the calling user sees it. Bitrix24 docs: api-reference/chats. */
export const imMethods: RestMethod[] = [
  { name: "im.dialog.messages.get", scopes: ["im"], missing: "own", run: getMessages },
];

/** A page of a dialog, newest first: below LAST_ID, or above FIRST_ID. */
function getMessages(call: Call): Answer {
  const { state } = call.portal;
  const params = upperKeys(call.params);
  const chat = readChat(call, text(params, "DIALOG_ID"));
  const limit = Math.min(Math.max(integer(params, "LIMIT") ?? DEFAULT_LIMIT, 1), MAX_LIMIT);
  const lastId = integer(params, "LAST_ID");
  const firstId = integer(params, "FIRST_ID");
  const all = messagesOf(state, chat.id);
  const below = all.filter(({ id }) => lastId === null || lastId === 0 || id < lastId);
  const page = firstId === null ? below.slice(-limit) : all.filter(({ id }) => id > firstId).slice(0, limit);
  const messages = page.toReversed();
  const authors = [...new Set(messages.map(({ authorId }) => authorId))].flatMap((id) => state.people.get(id) ?? []);
  const files = messages.flatMap(({ fileIds }) => fileIds.flatMap((id) => state.files.get(id) ?? []));
  return {
    result: {
      chat_id: chat.id,
      messages: messages.map(view),
      users: authors.map((person) => snakeKeys(userView(person))),
      files: files.map((file) => fileView(state, file)),
    },
  };
}

function readChat({ portal, caller }: Call, dialogId: string): Chat {
  if (dialogId === "") throw badRequest("DIALOG_ID_EMPTY", "Dialog ID can't be empty");
  const chatId = /^chat(\d+)$/.exec(dialogId)?.[1];
  const chat =
    chatId === undefined
      ? findPrivateChat(portal, caller.user.id, Number(dialogId))
      : portal.state.chats.get(Number(chatId));
  if (chat === undefined || chat === null || !canSee(caller.user, chat)) {
    throw forbidden("ACCESS_ERROR", "You do not have access to the specified dialog");
  }
  return chat;
}

function view(message: Message): Record<string, unknown> {
  return {
    id: message.id,
    chat_id: message.chatId,
    author_id: message.authorId,
    date: isoDate(new Date(message.at)),
    text: message.text,
    unread: false,
    uuid: message.uuid,
    replaces: [],
    params: phpMap(Object.entries(messageParams(message))),
    disappearing_date: null,
  };
}
