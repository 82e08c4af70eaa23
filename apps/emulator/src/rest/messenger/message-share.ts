import { createChat } from "../../chat/chats.ts";
import { joinChat } from "../../chat/members.ts";
import { postMessage } from "../../chat/post-message.ts";
import { deliver } from "../../events/deliver.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, text } from "../params.ts";
import { badRequest, RestError } from "../rest-error.ts";
import { openDialog, paramsOf, readMessage } from "./access.ts";

/** What else is done with a message. Bitrix24 docs: im.message.share, im.message.command. */
export const messageActionMethods: RestMethod[] = [
  { name: "im.message.share", scopes: ["im"], missing: "own", run: share },
  { name: "im.message.command", scopes: ["im"], missing: "own", run: command },
];

const LONGEST_TITLE = 100;

/** CHAT makes a new chat of the dialog's people that begins with the message. Other kinds are told apart as not made. */
function share(call: Call): Answer {
  const { portal, caller } = call;
  const params = paramsOf(call);
  const { message, chat: source } = readMessage(call, params);
  const dialog = openDialog(call, params);
  const type = text(params, "TYPE").toUpperCase();
  if (!["CHAT", "TASK", "POST", "CALEND"].includes(type)) throw badRequest("PARAMS_ERROR", "Incorrect params");
  const title = message.text.split("\n", 1)[0]?.slice(0, LONGEST_TITLE) || source.title;
  const { id: userId } = caller.user;
  if (type !== "CHAT") {
    throw new RestError(501, "EMULATOR_NOT_IMPLEMENTED", `This emulator makes no ${type} out of a message.`);
  }
  const chat = createChat(portal, { kind: "group", title, ownerId: userId, memberIds: [userId] });
  joinChat(portal, chat, dialog.memberIds, userId);
  const { text: body, attach, fileIds } = message;
  postMessage(portal, chat, { authorId: userId, text: body, attach, fileIds, forwardOfId: message.id });
  return TRUE;
}

/** Calls a bot's command as a button of the message would. */
function command(call: Call): Answer {
  const { portal, caller } = call;
  const params = paramsOf(call);
  const { message, chat } = readMessage(call, params);
  const bot = portal.state.bots.get(integer(params, "BOT_ID") ?? 0);
  if (bot === undefined) throw badRequest("BOT_ID_ERROR", "Bot not found");
  const name = text(params, "COMMAND").replace(/^\//, "");
  if (name === "") throw badRequest("COMMAND_ERROR", "Command can't be empty");
  const called = [...portal.state.commands.values()].find((item) => item.botId === bot.id && item.name === name);
  const isOffered = called !== undefined && (called.isCommon || chat.memberIds.includes(bot.id));
  if (!isOffered) throw badRequest("COMMAND_ERROR", "Command not found");
  const commandParams = text(params, "COMMAND_PARAMS");
  deliver(portal, bot, {
    kind: "command",
    chat,
    message,
    command: called,
    params: commandParams,
    context: "keyboard",
    actorId: caller.user.id,
  });
  return TRUE;
}
