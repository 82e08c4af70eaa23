import { addMember } from "../../chat/chats.ts";
import { sessionOf } from "../../chat/find.ts";
import { answerDialog, closeDialog, startSession } from "../../chat/open-line.ts";
import type { Chat } from "../../state/model.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, text, upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { denied, mayServe, servedDialog } from "./access.ts";
import { findLineChat } from "./find-line-chat.ts";
import { wrongOperator } from "./transfer-target.ts";

const SCOPES = ["imopenlines"];

/** Sessions of a dialog. Bitrix24 docs: imopenlines/openlines/sessions. */
export const sessionMethods: RestMethod[] = [
  { name: "imopenlines.session.open", scopes: SCOPES, missing: "own", run: open },
  { name: "imopenlines.session.start", scopes: SCOPES, missing: "own", run: start },
  { name: "imopenlines.message.session.start", scopes: SCOPES, missing: "own", run: startFromMessage },
  { name: "imopenlines.session.join", scopes: SCOPES, missing: "own", run: join },
  { name: "imopenlines.session.intercept", scopes: SCOPES, missing: "own", run: intercept },
  { name: "imopenlines.session.head.vote", scopes: SCOPES, missing: "own", run: vote },
];

function open({ portal, params, caller }: Call): Answer {
  const code = text(upperKeys(params), "USER_CODE");
  const chat = code === "" ? undefined : findLineChat(portal.state, { USER_CODE: code });
  if (chat === undefined || !mayServe(portal, caller.user, chat)) throw denied();
  return { result: { chatId: String(chat.id) } };
}

function start(call: Call): Answer {
  const { chat } = servedDialog(call, upperKeys(call.params));
  restart(call, chat, call.portal.now().toISOString());
  return TRUE;
}

/** The message belongs to the new session: it begins with it. */
function startFromMessage(call: Call): Answer {
  const params = upperKeys(call.params);
  const { chat } = servedDialog(call, params);
  const message = call.portal.state.messages.get(integer(params, "MESSAGE_ID") ?? 0);
  if (message === undefined || message.chatId !== chat.id) throw denied();
  restart(call, chat, message.at);
  return TRUE;
}

/** Ends what runs and begins anew with the caller as the operator. */
function restart({ portal, caller }: Call, chat: Chat, startedAt: string): void {
  const running = sessionOf(portal.state, chat);
  if (running !== null && running.owner !== "closed") closeDialog(portal, chat, running);
  const session = startSession(portal, chat, { owner: "queue", botId: null, startedAt });
  answerDialog(portal, chat, session, caller.user.id);
}

/** The caller comes in beside the operator. */
function join(call: Call): Answer {
  const { chat } = servedDialog(call, upperKeys(call.params));
  addMember(call.portal, chat, call.caller.user.id);
  return TRUE;
}

/** The caller takes the dialog over from whoever has it. */
function intercept(call: Call): Answer {
  const { portal, caller } = call;
  const id = integer(upperKeys(call.params), "CHAT_ID");
  if (id === null || id <= 0) throw badRequest("CHAT_ID_EMPTY", "Chat ID can't be empty");
  const chat = portal.state.chats.get(id);
  const session = chat === undefined ? null : sessionOf(portal.state, chat);
  if (chat === undefined || session === null || session.owner === "closed") throw wrongOperator();
  if (!mayServe(portal, caller.user, chat)) throw wrongOperator();
  answerDialog(portal, chat, session, caller.user.id);
  return TRUE;
}

/** A manager's mark for a session, with or without a comment. */
function vote({ portal, params, caller }: Call): Answer {
  const upper = upperKeys(params);
  const id = integer(upper, "SESSION_ID");
  if (id === null || id <= 0) throw badRequest("EMPTY_SESSION_ID", "Session ID can't be empty");
  const rating = integer(upper, "RATING");
  const comment = text(upper, "COMMENT");
  if (rating === null && comment === "") {
    throw badRequest("EMPTY_VOTE_PARAMS", "At least one of the parameters RATING or COMMENT must be specified");
  }
  const session = portal.state.sessions.get(id);
  const isInRange = rating === null || (rating >= 1 && rating <= 5);
  if (session === undefined || caller.user.role !== "manager" || !isInRange) throw denied();
  const before = session.headVote ?? { rating: 0, comment: null };
  session.headVote = { rating: rating ?? before.rating, comment: comment || before.comment };
  return TRUE;
}
