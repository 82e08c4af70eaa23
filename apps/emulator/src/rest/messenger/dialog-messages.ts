import { historyFor } from "../../chat/history.ts";
import type { Message } from "../../state/model.ts";
import { camelKeys } from "./camel-keys.ts";
import { messageView } from "../../wire/v2-message.ts";
import { phpMap } from "../../wire/php-map.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, record, text, type Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { paramsOf, rangeOf, readChat, readDialog } from "./access.ts";
import { authorsOf, imFileView, messagesWithContext, imMessageParams } from "./message-view.ts";

const DAY_MS = 24 * 3_600_000;
const SHORTEST_SEARCH = 3;

/** What was written in a dialog. Bitrix24 docs: im.dialog.messages.get and .search. */
export const dialogMessageMethods: RestMethod[] = [
  { name: "im.dialog.messages.get", scopes: ["im"], missing: "own", run: getMessages },
  { name: "im.dialog.messages.search", scopes: ["im"], missing: "own", run: search },
];

/** A page of a dialog, newest first: below LAST_ID, or above FIRST_ID. */
function getMessages(call: Call): Answer {
  const params = paramsOf(call);
  const chat = readDialog(call, params);
  const { limit } = rangeOf(params, 20, 50);
  const lastId = integer(params, "LAST_ID");
  const firstId = integer(params, "FIRST_ID");
  const all = historyFor(call.portal.state, chat, call.caller.user.id);
  const below = all.filter(({ id }) => lastId === null || lastId === 0 || id < lastId);
  const page = firstId === null ? below.slice(-limit) : all.filter(({ id }) => id > firstId).slice(0, limit);
  return { result: messagesWithContext(call.portal, chat, call.caller.user.id, page.toReversed()) };
}

/** By a part of the text and by date; the answer is in camelCase, with some names twice. */
function search(call: Call): Answer {
  const { portal, caller } = call;
  const params = paramsOf(call);
  if (integer(params, "CHAT_ID") === null) throw badRequest("CHAT_ID_EMPTY", "Chat ID can't be empty");
  const chat = readChat(call, params);
  const { limit } = rangeOf(params, 50, 200);
  const isDescending = text(record(params, "ORDER"), "ID").toUpperCase() !== "ASC";
  const lastId = integer(params, "LAST_ID");
  const isBeyond = ({ id }: Message): boolean => lastId === null || (isDescending ? id < lastId : id > lastId);
  const found = historyFor(portal.state, chat, caller.user.id).filter(
    (message) => isFound(params, message) && isBeyond(message),
  );
  const messages = (isDescending ? found.toReversed() : found).slice(0, limit);
  const files = messages.flatMap(({ fileIds }) => fileIds.flatMap((id) => portal.state.files.get(id) ?? []));
  const readUpTo = chat.readUpTo[String(caller.user.id)] ?? 0;
  const isRead = ({ id, authorId }: Message): boolean => id <= readUpTo || authorId === caller.user.id;
  return {
    result: {
      users: authorsOf(portal, messages).map(camelKeys),
      files: files.map((file) => imFileView(portal, file)),
      additionalMessages: [],
      copilot: null,
      stickers: [],
      reactions: [],
      tariffRestrictions: { isHistoryLimitExceeded: false },
      usersShort: [],
      messages: messages.map((message) => ({
        ...messageView(portal.state, message),
        chat_id: message.chatId,
        author_id: message.authorId,
        params: phpMap(Object.entries(imMessageParams(message))),
        block: null,
        unread: !isRead(message),
        viewed: isRead(message),
        viewedCount: 0,
      })),
    },
  };
}

function isFound(params: Params, message: Message): boolean {
  const wanted = text(params, "SEARCH_MESSAGE").toLowerCase();
  const at = Date.parse(message.at);
  const day = dateIn(params, "DATE");
  const from = dateIn(params, "DATE_FROM") ?? Number.NEGATIVE_INFINITY;
  const to = dateIn(params, "DATE_TO") ?? Number.POSITIVE_INFINITY;
  const hasText = wanted.length < SHORTEST_SEARCH || message.text.toLowerCase().includes(wanted);
  const isOfDay = day === null || Math.floor(at / DAY_MS) === Math.floor(day / DAY_MS);
  return hasText && isOfDay && at >= from && at <= to;
}

function dateIn(params: Params, name: string): number | null {
  const moment = Date.parse(text(params, name));
  return Number.isNaN(moment) ? null : moment;
}
