import { answerDialog, closeDialog, skipDialog, startSession } from "../../chat/open-line.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { denied, mayServe, servedDialog } from "./access.ts";
import { sessionOf } from "../../chat/find.ts";
import { readTarget, transferTo, wrongOperator } from "./transfer-target.ts";

const SCOPES = ["imopenlines"];

/** What an operator does with a dialog. Bitrix24 docs: imopenlines/openlines/operators. */
export const operatorMethods: RestMethod[] = [
  { name: "imopenlines.operator.answer", scopes: SCOPES, missing: "own", run: answer },
  { name: "imopenlines.operator.finish", scopes: SCOPES, missing: "own", run: finish },
  { name: "imopenlines.operator.another.finish", scopes: SCOPES, missing: "own", run: finishAnothers },
  { name: "imopenlines.operator.skip", scopes: SCOPES, missing: "own", run: skip },
  { name: "imopenlines.operator.spam", scopes: SCOPES, missing: "own", run: markSpam },
  { name: "imopenlines.operator.transfer", scopes: SCOPES, missing: "own", run: transfer },
];

/** A dialog that was closed begins anew with the operator in it. */
function answer(call: Call): Answer {
  const { portal, caller } = call;
  const { chat, session } = servedDialog(call, upperKeys(call.params));
  const current = session.owner === "closed" ? startSession(portal, chat, { owner: "queue", botId: null }) : session;
  answerDialog(portal, chat, current, caller.user.id);
  return TRUE;
}

/** Only one's own dialog; that of somebody else takes `another.finish`. */
function finish(call: Call): Answer {
  const { chat, session } = servedDialog(call, upperKeys(call.params));
  if (session.owner !== "closed" && session.operatorId !== call.caller.user.id) throw denied();
  if (session.owner !== "closed") closeDialog(call.portal, chat, session);
  return TRUE;
}

function finishAnothers(call: Call): Answer {
  const { chat, session } = servedDialog(call, upperKeys(call.params));
  if (session.owner !== "closed") closeDialog(call.portal, chat, session);
  return TRUE;
}

function skip(call: Call): Answer {
  const { chat, session } = servedDialog(call, upperKeys(call.params));
  if (session.owner === "closed") {
    throw badRequest("ACCESS_DENIED_KICK", "You don't have permission to remove participants from this chat");
  }
  skipDialog(call.portal, chat, session, call.caller.user.id);
  return TRUE;
}

function markSpam(call: Call): Answer {
  const { chat, session } = servedDialog(call, upperKeys(call.params));
  session.isSpam = true;
  if (session.owner !== "closed") closeDialog(call.portal, chat, session);
  return TRUE;
}

/** Its refusals are those of `imopenlines.bot.session.transfer`, and so are the names of its parameters. */
function transfer(call: Call): Answer {
  const { portal, caller } = call;
  const params = upperKeys(call.params);
  const id = integer(params, "CHAT_ID");
  if (id === null || id <= 0) throw badRequest("CHAT_ID_EMPTY", "Chat ID can't be empty");
  const target = readTarget(portal, params);
  const chat = portal.state.chats.get(id);
  const session = chat === undefined ? null : sessionOf(portal.state, chat);
  if (chat === undefined || session === null || session.owner === "closed") throw wrongOperator();
  if (!mayServe(portal, caller.user, chat)) throw wrongOperator();
  transferTo(portal, chat, session, target);
  return TRUE;
}
