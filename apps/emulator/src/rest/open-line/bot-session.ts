import { personById } from "../../chat/find.ts";
import { closeDialog, handToQueue, leaveBot } from "../../chat/open-line.ts";
import { LINE_ID } from "../../chat/chats.ts";
import { postMessage } from "../../chat/post-message.ts";
import { TEXTS } from "../../chat/texts.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { flag, text, upperKeys } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { callerBot, readLineChat } from "./caller-bot.ts";

const SCOPES = ["imopenlines"];

/** What a bot does with a client's session. Bitrix24 docs: imopenlines/openlines/chat-bots. */
export const botSessionMethods: RestMethod[] = [
  { name: "imopenlines.bot.session.operator", scopes: SCOPES, missing: "own", run: toOperator },
  { name: "imopenlines.bot.session.transfer", scopes: SCOPES, missing: "own", run: transfer },
  { name: "imopenlines.bot.session.finish", scopes: SCOPES, missing: "own", run: finish },
  { name: "imopenlines.bot.session.message.send", scopes: SCOPES, missing: "own", run: sendMessage },
];

function toOperator(call: Call): Answer {
  const params = upperKeys(call.params);
  const { chat, session } = readLineChat(call.portal, params);
  const isBotThere = callerBot(call, params, chat, false) !== undefined;
  if (!isBotThere || session.owner === "operator" || session.owner === "closed") {
    throw badRequest("WRONG_CHAT", "Operator is not a bot");
  }
  if (session.owner === "bot") handToQueue(call.portal, chat, session, null);
  return TRUE;
}

/** `LEAVE: "N"` keeps the bot in the chat until a person has answered. */
function transfer(call: Call): Answer {
  const params = upperKeys(call.params);
  const { chat, session } = readLineChat(call.portal, params);
  const bot = callerBot(call, params, chat, true);
  if (bot === undefined) throw badRequest("BOT_ID_ERROR", "Bot not found");
  if (session.owner === "operator" || session.owner === "closed") {
    throw badRequest("OPERATOR_WRONG", "The session belongs to an operator already");
  }
  handToQueue(call.portal, chat, session, readTarget(call, params));
  if (flag(params, "LEAVE", false)) leaveBot(call.portal, chat, session);
  return TRUE;
}

/** The person a transfer names, or null for the line's queue. USER_ID counts before QUEUE_ID before TRANSFER_ID. */
function readTarget({ portal }: Call, params: Params): number | null {
  if (params["USER_ID"] !== undefined) return readOperator(portal, text(params, "USER_ID"), "USER_ID_EMPTY");
  if (params["QUEUE_ID"] !== undefined) return readQueue(text(params, "QUEUE_ID"), "QUEUE_ID_EMPTY");
  const target = text(params, "TRANSFER_ID");
  const queueId = /^queue(\d+)$/.exec(target)?.[1];
  return queueId === undefined
    ? readOperator(portal, target, "TRANSFER_ID_EMPTY")
    : readQueue(queueId, "TRANSFER_ID_EMPTY");
}

function readOperator(portal: Call["portal"], id: string, emptyCode: string): number {
  if (id === "") throw badRequest(emptyCode, "The target of the transfer is empty");
  const person = portal.state.people.get(Number(id));
  if (person === undefined || person.role === "client" || person.role === "bot") {
    throw badRequest("OPERATOR_WRONG", "Wrong operator");
  }
  return person.id;
}

function readQueue(id: string, emptyCode: string): null {
  if (id === "") throw badRequest(emptyCode, "The target of the transfer is empty");
  if (id !== String(LINE_ID)) throw badRequest("OPERATOR_WRONG", "Wrong line");
  return null;
}

function finish(call: Call): Answer {
  const params = upperKeys(call.params);
  const { chat, session } = readLineChat(call.portal, params);
  if (callerBot(call, params, chat, true) === undefined) throw badRequest("BOT_ID_ERROR", "Bot not found");
  closeDialog(call.portal, chat, session);
  return TRUE;
}

/** `NAME: "WELCOME"` sends the line's own greeting; an empty MESSAGE is no error and sends nothing. */
function sendMessage(call: Call): Answer {
  const params = upperKeys(call.params);
  const { chat } = readLineChat(call.portal, params);
  const bot = callerBot(call, params, chat, false);
  if (bot === undefined) throw badRequest("BOT_ID_ERROR", "Bot not found");
  const isWelcome = text(params, "NAME").toUpperCase() === "WELCOME";
  const welcome = TEXTS[personById(call.portal.state, chat.ownerId).language].welcome;
  const message = isWelcome ? welcome : text(params, "MESSAGE");
  if (message.trim() !== "") postMessage(call.portal, chat, { authorId: bot.id, text: message });
  return TRUE;
}
