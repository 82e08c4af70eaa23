import { postMessage } from "../../chat/post-message.ts";
import { dialogIdFor, nameOf, personById } from "../../chat/find.ts";
import type { Bot, Command } from "../../state/model.ts";
import { nextId } from "../../state/state.ts";
import { DONE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { flag, integer, onlyTexts, record, text, texts } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { ownBot, requiredFields } from "./access.ts";
import { wasCalledBy } from "../../events/called-commands.ts";
import { readAttach, readKeyboard } from "./draft.ts";

const COMMAND_NAME = /^[\p{L}\p{N}_-]+$/u;

/** Bitrix24 docs: chat-bots-v2/imbot.v2/commands. */
export const commandMethods: RestMethod[] = [
  { name: "imbot.v2.Command.register", scopes: ["imbot"], missing: "own", run: register },
  { name: "imbot.v2.Command.update", scopes: ["imbot"], missing: "own", run: update },
  { name: "imbot.v2.Command.list", scopes: ["imbot"], missing: "own", run: listCommands },
  { name: "imbot.v2.Command.unregister", scopes: ["imbot"], missing: "own", run: unregister },
  { name: "imbot.v2.Command.answer", scopes: ["imbot"], missing: "own", run: answer },
];

/** A repeat with the same name gives the existing command back. */
function register(call: Call): Answer {
  const bot = ownBot(call);
  // The flat form, without `fields`, is an older shape that portals still take.
  const fields = call.params["fields"] === undefined ? call.params : record(call.params, "fields");
  const name = text(fields, "command").replace(/^\//, "");
  if (typeof fields["command"] === "object") throw badRequest("COMMAND_NAME_INVALID", "Command name is invalid");
  if (name === "") throw badRequest("COMMAND_REQUIRED", "Command is required");
  if (!COMMAND_NAME.test(name)) throw badRequest("COMMAND_NAME_INVALID", "Command name is invalid");
  const title = texts(fields, "title");
  const isHidden = flag(fields, "hidden", false);
  if (!isHidden && Object.keys(title).length === 0) {
    throw badRequest("COMMAND_TITLE_REQUIRED", "Command title is required");
  }
  const existing = commandsOf(call, bot).find((command) => command.name === name);
  if (existing !== undefined) return { result: { command: view(existing) } };
  const command: Command = {
    id: nextId(call.portal.state, "command"),
    botId: bot.id,
    name,
    title,
    params: texts(fields, "params"),
    isCommon: flag(fields, "common", false),
    isHidden,
    extranetSupport: flag(fields, "extranetSupport", false),
    handlerUrl: null,
  };
  call.portal.state.commands.set(command.id, command);
  return { result: { command: view(command) } };
}

function update(call: Call): Answer {
  const bot = ownBot(call);
  const command = ownCommand(call, bot);
  const fields = requiredFields(call);
  const name = fields["command"] === undefined ? command.name : text(fields, "command").replace(/^\//, "");
  if (typeof fields["command"] === "object") throw badRequest("COMMAND_NAME_INVALID", "Command name is invalid");
  if (name === "") throw badRequest("COMMAND_NAME_EMPTY", "Command name is empty");
  if (!COMMAND_NAME.test(name)) throw badRequest("COMMAND_NAME_INVALID", "Command name is invalid");
  if (commandsOf(call, bot).some((other) => other.id !== command.id && other.name === name)) {
    throw badRequest("COMMAND_ALREADY_EXISTS", "Command already exists");
  }
  Object.assign(command, {
    name,
    title: onlyTexts({ ...command.title, ...record(fields, "title") }),
    params: onlyTexts({ ...command.params, ...paramsOfTitles(fields) }),
    isCommon: flag(fields, "common", command.isCommon),
    isHidden: flag(fields, "hidden", command.isHidden),
    extranetSupport: flag(fields, "extranetSupport", command.extranetSupport),
  });
  return { result: { command: view(command) } };
}

/** Descriptions of parameters are taken only for the languages whose title is given too. */
function paramsOfTitles(fields: Params): Params {
  const titles = record(fields, "title");
  return Object.fromEntries(Object.entries(record(fields, "params")).filter(([language]) => language in titles));
}

function listCommands(call: Call): Answer {
  const bot = ownBot(call);
  const { language } = call.caller.user;
  const category = nameOf(personById(call.portal.state, bot.id));
  const commands = commandsOf(call, bot).map((command) => ({
    ...view(command),
    title: command.title[language] ?? Object.values(command.title)[0] ?? "",
    params: command.params[language] ?? Object.values(command.params)[0] ?? "",
    category,
    context: "",
  }));
  return { result: { commands } };
}

function unregister(call: Call): Answer {
  const command = ownCommand(call, ownBot(call));
  call.portal.state.commands.delete(command.id);
  return DONE;
}

/**
 * Works where the bot is no member too: there the answer is a system message with the bot's name. The right to it comes
 * from the message that called the command, so both have to fit.
 */
function answer(call: Call): Answer {
  const bot = ownBot(call);
  const command = ownCommand(call, bot);
  const asked = call.portal.state.messages.get(integer(call.params, "messageId") ?? 0);
  const chat = asked === undefined ? undefined : call.portal.state.chats.get(asked.chatId);
  const dialogId = text(call.params, "dialogId");
  const fields = record(call.params, "fields");
  const message = text(fields, "message");
  const attach = readAttach(fields, "attach");
  const isCalled = asked !== undefined && chat !== undefined && wasCalledBy(asked, command);
  const isHere = chat !== undefined && [dialogIdFor(chat, bot.id), `chat${chat.id}`].includes(dialogId);
  if (!isCalled || !isHere || (message.trim() === "" && attach === null)) {
    throw badRequest("COMMAND_ANSWER_FAILED", "Command answer failed");
  }
  const isMember = chat.memberIds.includes(bot.id);
  const name = nameOf(personById(call.portal.state, bot.id));
  postMessage(call.portal, chat, {
    authorId: isMember ? bot.id : 0,
    text: isMember ? message : `[b]${name}:[/b] ${message}`,
    keyboard: readKeyboard(fields["keyboard"]),
    attach,
    isSystem: !isMember || flag(fields, "system", false),
  });
  return DONE;
}

function commandsOf({ portal }: Call, bot: Bot): Command[] {
  return [...portal.state.commands.values()].filter((command) => command.botId === bot.id);
}

function ownCommand(call: Call, bot: Bot): Command {
  const command = call.portal.state.commands.get(integer(call.params, "commandId") ?? 0);
  if (command === undefined || command.botId !== bot.id) throw badRequest("COMMAND_NOT_FOUND", "Command not found");
  return command;
}

function view(command: Command): Record<string, unknown> {
  return {
    id: command.id,
    botId: command.botId,
    command: `/${command.name}`,
    common: command.isCommon,
    hidden: command.isHidden,
    extranetSupport: command.extranetSupport,
  };
}
