import { personById } from "../../chat/find.ts";
import { lineOf, settingOf } from "../../chat/lines.ts";
import { closeDialog, handToQueue, leaveBot } from "../../chat/open-line.ts";
import { postMessage } from "../../chat/post-message.ts";
import { TEXTS } from "../../chat/texts.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { flag, text, upperKeys } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { callerBot, readLineChat } from "./caller-bot.ts";
import { readTarget, transferTo } from "./transfer-target.ts";

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
  const target = readTarget(call.portal, params);
  if (session.owner === "operator" || session.owner === "closed") {
    throw badRequest("OPERATOR_WRONG", "You can not redirect to this operator");
  }
  transferTo(call.portal, chat, session, target);
  if (flag(params, "LEAVE", false)) leaveBot(call.portal, chat, session);
  return TRUE;
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
  const { chat, session } = readLineChat(call.portal, params);
  const bot = callerBot(call, params, chat, false);
  if (bot === undefined) throw badRequest("BOT_ID_ERROR", "Bot not found");
  const isWelcome = text(params, "NAME").toUpperCase() === "WELCOME";
  const line = lineOf(call.portal.state, chat, session);
  const ofLine = line === null ? "" : settingOf(line, "WELCOME_MESSAGE_TEXT");
  const welcome = ofLine || TEXTS[personById(call.portal.state, chat.ownerId).language].welcome;
  const message = isWelcome ? welcome : text(params, "MESSAGE");
  if (message.trim() !== "") postMessage(call.portal, chat, { authorId: bot.id, text: message });
  return TRUE;
}
