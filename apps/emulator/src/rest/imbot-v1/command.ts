import { PORTAL_AUTHOR_ID } from "../../chat/find.ts";
import { postMessage } from "../../chat/post-message.ts";
import type { Bot, Command } from "../../state/model.ts";
import { nextId } from "../../state/state.ts";
import { isHttpAddress } from "../imbot-v2/bot-fields.ts";
import { readAttach, readKeyboard } from "../imbot-v2/draft.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { flag, integer, list, text, upperKeys } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { botsOf, ownBot, ownerOf } from "./access.ts";

/** Bitrix24 docs: chat-bots/outdated/commands. */
export const commandV1Methods: RestMethod[] = [
  { name: "imbot.command.register", scopes: ["imbot"], missing: "own", run: register },
  { name: "imbot.command.answer", scopes: ["imbot"], missing: "own", run: answer },
];

function register(call: Call): Answer {
  const params = upperKeys(call.params);
  const bot = ownBot(call, params);
  const name = text(params, "COMMAND").replace(/^\//, "");
  if (!/^[A-Za-z0-9]+$/.test(name)) throw badRequest("COMMAND_ERROR", "Command isn't specified");
  const handlerUrl = text(params, "EVENT_COMMAND_ADD");
  if (!isHttpAddress(handlerUrl)) {
    throw badRequest("EVENT_COMMAND_ADD_ERROR", 'Handler for "Command add" event isn\'t specified');
  }
  const languages = list(params, "LANG").map((item) => upperKeys(typeof item === "object" ? { ...item } : {}));
  const isHidden = flag(params, "HIDDEN", false);
  if (languages.length === 0 && !isHidden) throw badRequest("LANG_ERROR", "Lang set can't be empty");
  const existing = commandNamed(call, bot, name);
  if (existing !== undefined) return { result: existing.id };
  const command: Command = {
    id: nextId(call.portal.state, "command"),
    botId: bot.id,
    name,
    title: byLanguage(languages, "TITLE"),
    params: byLanguage(languages, "PARAMS"),
    isCommon: flag(params, "COMMON", false),
    isHidden,
    extranetSupport: flag(params, "EXTRANET_SUPPORT", false),
    handlerUrl,
  };
  call.portal.state.commands.set(command.id, command);
  return { result: command.id };
}

/** Answers in the chat of the message that called the command, also where the bot is no member. */
function answer(call: Call): Answer {
  const params = upperKeys(call.params);
  const { state } = call.portal;
  const own = botsOf(call.portal, ownerOf(call, params));
  const id = integer(params, "COMMAND_ID");
  const named = own.map((bot) => commandNamed(call, bot, text(params, "COMMAND")));
  const command = id === null ? named.find((candidate) => candidate !== undefined) : state.commands.get(id);
  const bot = own.find((candidate) => candidate.id === command?.botId);
  if (bot === undefined) throw badRequest("COMMAND_ID_ERROR", "Command not found");
  const asked = state.messages.get(integer(params, "MESSAGE_ID") ?? 0);
  const chat = asked === undefined ? undefined : state.chats.get(asked.chatId);
  if (chat === undefined) throw badRequest("MESSAGE_ID_EMPTY", "Message ID can't be empty");
  const message = text(params, "MESSAGE");
  const attach = readAttach(params, "ATTACH");
  if (message.trim() === "" && attach === null) throw badRequest("MESSAGE_EMPTY", "Message can't be empty");
  const isSystem = !chat.memberIds.includes(bot.id) || flag(params, "SYSTEM", false);
  const posted = postMessage(call.portal, chat, {
    authorId: isSystem ? PORTAL_AUTHOR_ID : bot.id,
    text: message,
    keyboard: readKeyboard(params["KEYBOARD"]),
    attach,
    isSystem,
  });
  return { result: posted.id };
}

function commandNamed({ portal }: Call, bot: Bot, name: string): Command | undefined {
  return [...portal.state.commands.values()].find((command) => command.botId === bot.id && command.name === name);
}

function byLanguage(languages: Params[], field: string): Record<string, string> {
  return Object.fromEntries(languages.map((item) => [text(item, "LANGUAGE_ID"), text(item, field)]));
}
