import { canSee } from "../../chat/can-see.ts";
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
import { denied, mayServe } from "./access.ts";
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
  if (!canSee(caller.user, chat) && !mayServe(portal, caller.user, chat)) throw denied();
  const mayVote = caller.user.role === "manager";
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
      canJoin: mayServe(portal, caller.user, chat) ? "Y" : "N",
      canVoteHead: mayVote ? "Y" : "N",
      sessionId: session.id,
      sessionVoteHead: session.headVote?.rating ?? 0,
      sessionCommentHead: session.headVote?.comment ?? null,
      userId: dialogId,
      message: phpMap(messages.map((message) => [String(message.id), view(message, dialogId)])),
      usersMessage: { [dialogId]: messages.map(({ id }) => String(id)).toReversed() },
      users: phpMap(users.map((person) => [String(person.id), { ...userView(state, person), id: String(person.id) }])),
      chat: { [chat.id]: { ...chatDetails(state, chat, caller.user.id), id: String(chat.id) } },
      openlines: { canvoteashead: { [session.lineId ?? 1]: mayVote } },
      userInGroup: phpMap([]),
      woUserInGroup: [],
      userBlockChat: { [chat.id]: phpMap(chat.memberIds.map((id) => [String(id), false])) },
      userInChat: { [chat.id]: chat.memberIds },
      files: phpMap(files.map((file) => [String(file.id), gluedKeys(fileView(state, file))])),
    },
  };
}

function view(message: Message, dialogId: string): Record<string, unknown> {
  const { fileIds, attach, connectorMessageIds = [] } = message;
  const known: [string, unknown[]][] = [
    ["connectorMid", connectorMessageIds],
    ["fileId", fileIds],
    ["attach", attach === null ? [] : [attach]],
  ];
  const params = phpMap(known.filter(([, values]) => values.length > 0));
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
