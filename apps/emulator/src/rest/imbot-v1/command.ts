import { PORTAL_AUTHOR_ID } from "../../chat/find.ts";
import { postMessage } from "../../chat/post-message.ts";
import { wasCalledBy } from "../../events/called-commands.ts";
import type { Bot, Command } from "../../state/model.ts";
import { nextId } from "../../state/state.ts";
import { isHttpAddress } from "../imbot-v2/bot-fields.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { flag, integer, list, record, text, upperKeys } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { botsOf, ownBot, ownerOf } from "./access.ts";
import { readExtras } from "./draft.ts";

/** Bitrix24 docs: chat-bots/outdated/commands. */
export const commandV1Methods: RestMethod[] = [
  { name: "imbot.command.register", scopes: ["imbot"], missing: "own", run: register },
  { name: "imbot.command.update", scopes: ["imbot"], missing: "own", run: update },
  { name: "imbot.command.unregister", scopes: ["imbot"], missing: "own", run: unregister },
  { name: "imbot.command.answer", scopes: ["imbot"], missing: "own", run: answer },
];

function register(call: Call): Answer {
  const params = upperKeys(call.params);
  if (integer(params, "BOT_ID") === null) throw badRequest("BOT_ID_ERROR", "Bot not found");
  const bot = ownBot(call, params);
  const name = readName(params);
  if (name === null) throw badRequest("COMMAND_ERROR", "Command isn't specified");
  const handlerUrl = readHandler(params);
  if (handlerUrl === "") {
    throw badRequest("EVENT_COMMAND_ADD_ERROR", 'Handler for "Command add" event isn\'t specified');
  }
  const languages = readLanguages(params);
  if (languages.length === 0) throw badRequest("LANG_ERROR", "Lang set can't be empty");
  const existing = commandNamed(call, bot, name);
  if (existing !== undefined) return { result: existing.id };
  const command: Command = {
    id: nextId(call.portal.state, "command"),
    botId: bot.id,
    name,
    title: byLanguage(languages, "TITLE"),
    params: byLanguage(languages, "PARAMS"),
    isCommon: flag(params, "COMMON", false),
    isHidden: flag(params, "HIDDEN", false),
    extranetSupport: flag(params, "EXTRANET_SUPPORT", false),
    handlerUrl,
  };
  call.portal.state.commands.set(command.id, command);
  return { result: command.id };
}

/** LANG replaces all translations that the command had. */
function update(call: Call): Answer {
  const params = upperKeys(call.params);
  const { command } = ownCommand(call, params);
  const fields = upperKeys(record(params, "FIELDS"));
  if (Object.keys(fields).length === 0) throw badRequest("WRONG_REQUEST", "Update fields can't be empty");
  const handlerUrl = readHandler(fields);
  const name = readName(fields);
  if (name === null && text(fields, "COMMAND") !== "") throw badRequest("COMMAND_ERROR", "Command isn't specified");
  const languages = readLanguages(fields);
  Object.assign(command, {
    ...(name !== null && { name }),
    ...(handlerUrl !== "" && { handlerUrl }),
    ...(languages.length > 0 && { title: byLanguage(languages, "TITLE"), params: byLanguage(languages, "PARAMS") }),
    isHidden: flag(fields, "HIDDEN", command.isHidden),
    extranetSupport: flag(fields, "EXTRANET_SUPPORT", command.extranetSupport),
  });
  return TRUE;
}

function unregister(call: Call): Answer {
  const { command } = ownCommand(call, upperKeys(call.params));
  call.portal.state.commands.delete(command.id);
  return TRUE;
}

/**
 * Answers in the chat of the message that called the command, also where the bot is no member: the call is what gives
 * the right to it.
 */
function answer(call: Call): Answer {
  const params = upperKeys(call.params);
  const { state } = call.portal;
  const { bot, command } = ownCommand(call, params);
  const asked = state.messages.get(integer(params, "MESSAGE_ID") ?? 0);
  const chat = asked === undefined ? undefined : state.chats.get(asked.chatId);
  if (asked === undefined || chat === undefined) {
    throw badRequest("MESSAGE_ID_EMPTY", "Message ID can't be empty");
  }
  if (!wasCalledBy(asked, command)) throw badRequest("WRONG_REQUEST", "Message can't be added");
  const message = text(params, "MESSAGE").trim();
  const extras = readExtras(params);
  if (message === "" && extras.attach === null) throw badRequest("MESSAGE_EMPTY", "Message can't be empty");
  const isSystem = !chat.memberIds.includes(bot.id) || flag(params, "SYSTEM", false);
  const authorId = isSystem ? PORTAL_AUTHOR_ID : bot.id;
  return { result: postMessage(call.portal, chat, { authorId, text: message, ...extras, isSystem }).id };
}

/** The command that COMMAND_ID names, or COMMAND among those of the caller's bots. */
function ownCommand(call: Call, params: Params): { command: Command; bot: Bot } {
  const own = botsOf(call.portal, ownerOf(call, params));
  const id = integer(params, "COMMAND_ID");
  const named = own.flatMap((bot) => commandNamed(call, bot, text(params, "COMMAND").replace(/^\//, "")) ?? []);
  const command = id === null ? named[0] : call.portal.state.commands.get(id);
  if (command === undefined) throw badRequest("COMMAND_ID_ERROR", "Command not found");
  const bot = own.find((candidate) => candidate.id === command.botId);
  if (bot === undefined) throw badRequest("APP_ID_ERROR", "Command was installed by another rest application");
  return { command, bot };
}

/** null when there is none; Latin letters and digits only. */
function readName(fields: Params): string | null {
  const name = text(fields, "COMMAND").replace(/^\//, "");
  return /^[A-Za-z0-9]+$/.test(name) ? name : null;
}

/** Empty when it is missing. @throws RestError when it is no address. */
function readHandler(fields: Params): string {
  const handlerUrl = text(fields, "EVENT_COMMAND_ADD");
  if (handlerUrl !== "" && !isHttpAddress(handlerUrl)) throw badRequest("EVENT_COMMAND_ADD_ERROR", "Wrong handler URL");
  return handlerUrl;
}

/** Translations that name their language and have a title; the others are none. */
function readLanguages(fields: Params): Params[] {
  const given = list(fields, "LANG").map((item) => upperKeys(typeof item === "object" ? { ...item } : {}));
  return given.filter((item) => text(item, "LANGUAGE_ID") !== "" && text(item, "TITLE") !== "");
}

function commandNamed({ portal }: Call, bot: Bot, name: string): Command | undefined {
  return [...portal.state.commands.values()].find((command) => command.botId === bot.id && command.name === name);
}

function byLanguage(languages: Params[], field: string): Record<string, string> {
  return Object.fromEntries(languages.map((item) => [text(item, "LANGUAGE_ID"), text(item, field)]));
}
