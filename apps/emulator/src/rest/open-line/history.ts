import { messagesOf } from "../../chat/find.ts";
import type { Message } from "../../state/model.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { phpMap } from "../../wire/php-map.ts";
import { chatDetails } from "../../wire/v2-chat.ts";
import { fileView } from "../../wire/v2-message.ts";
import { userView } from "../../wire/v2-user.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { findLineChat } from "./find-line-chat.ts";

/** Bitrix24 docs: imopenlines-session-history-get. */
export const openLineHistoryMethods: RestMethod[] = [
  { name: "imopenlines.session.history.get", scopes: ["imopenlines"], missing: "own", run: getHistory },
];

/** The messages of a session, from its start to the start of the next one. */
function getHistory({ portal, params, caller }: Call): Answer {
  const { state } = portal;
  const upper = upperKeys(params);
  if (integer(upper, "SESSION_ID") === null && integer(upper, "CHAT_ID") === null) {
    throw badRequest("MISSING_REQUIRED_PARAM", "SESSION_ID or CHAT_ID is required");
  }
  const chat = findLineChat(state, upper);
  const session = state.sessions.get(integer(upper, "SESSION_ID") ?? chat?.sessionId ?? 0);
  if (chat === undefined || session === undefined) throw badRequest("INVALID_SESSION_ID", "Session not found");
  const sessions = [...state.sessions.values()].filter(({ chatId }) => chatId === chat.id);
  const next = sessions.find(({ id }) => id > session.id);
  const isInSession = ({ at }: Message): boolean =>
    at >= session.startedAt && (next === undefined || at < next.startedAt);
  const messages = messagesOf(state, chat.id).filter(isInSession);
  const people = [...new Set([...chat.memberIds, ...messages.map(({ authorId }) => authorId)])];
  const users = people.flatMap((id) => state.people.get(id) ?? []);
  const files = messages.flatMap(({ fileIds }) => fileIds.flatMap((id) => state.files.get(id) ?? []));
  const dialogId = `chat${chat.id}`;
  return {
    result: {
      chatId: chat.id,
      canJoin: "Y",
      canVoteHead: "Y",
      sessionId: session.id,
      sessionVoteHead: 0,
      sessionCommentHead: null,
      userId: dialogId,
      message: phpMap(messages.map((message) => [String(message.id), view(message, dialogId)])),
      usersMessage: { [dialogId]: messages.map(({ id }) => String(id)).toReversed() },
      users: phpMap(users.map((person) => [String(person.id), { ...userView(person), id: String(person.id) }])),
      chat: { [chat.id]: { ...chatDetails(state, chat, caller.user.id), id: String(chat.id) } },
      userInChat: { [chat.id]: chat.memberIds },
      files: phpMap(files.map((file) => [String(file.id), gluedKeys(fileView(state, file))])),
    },
  };
}

function view(message: Message, dialogId: string): Record<string, unknown> {
  const params = phpMap(message.fileIds.length > 0 ? [["fileId", message.fileIds]] : []);
  return {
    id: String(message.id),
    chatid: String(message.chatId),
    senderid: String(message.authorId),
    recipientid: dialogId,
    date: isoDate(new Date(message.at)),
    text: message.text,
    textlegacy: message.text,
    params,
  };
}

function gluedKeys(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toLowerCase(), item]));
}
