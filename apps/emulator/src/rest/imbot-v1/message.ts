import { privateChatOf } from "../../chat/chats.ts";
import { deleteMessage, editMessage, eraseMessage } from "../../chat/edit-message.ts";
import { PORTAL_AUTHOR_ID } from "../../chat/find.ts";
import { postMessage } from "../../chat/post-message.ts";
import { hasReacted, react } from "../../chat/reactions.ts";
import type { Bot, Chat, Message } from "../../state/model.ts";
import { accessError } from "../messenger/access.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { flag, integer, text, upperKeys } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { chatOfBot, ownBot } from "./access.ts";
import { readExtras } from "./draft.ts";

/** Then a message stays as it is. Bitrix24 docs: imbot.message.update. */
const EDITABLE_FOR_MS = 3 * 24 * 60 * 60 * 1000;

/** Bitrix24 docs: chat-bots/outdated/messages. */
export const messageV1Methods: RestMethod[] = [
  { name: "imbot.message.add", scopes: ["imbot"], missing: "own", run: add },
  { name: "imbot.message.update", scopes: ["imbot"], missing: "own", run: update },
  { name: "imbot.message.delete", scopes: ["imbot"], missing: "own", run: remove },
  { name: "imbot.message.like", scopes: ["imbot"], missing: "own", run: like },
];

function add(call: Call): Answer {
  const params = upperKeys(call.params);
  const bot = ownBot(call, params);
  const between = privateDialog(call, params);
  const chat = between ?? chatOfBot(call, params, bot);
  const message = text(params, "MESSAGE").trim();
  const extras = readExtras(params);
  if (message === "" && extras.attach === null) throw badRequest("MESSAGE_EMPTY", "Message can't be empty");
  const isSystem = between !== null || flag(params, "SYSTEM", false);
  const { id } = postMessage(call.portal, chat, {
    authorId: isSystem ? PORTAL_AUTHOR_ID : bot.id,
    text: message,
    ...extras,
    isSystem,
    forOperators: flag(params, "SKIP_CONNECTOR", false),
  });
  return { result: id };
}

/**
 * With both users given, a system message goes into the dialog of the two, whatever DIALOG_ID says. Clients have no
 * dialog but the one with the line.
 */
function privateDialog({ portal }: Call, params: Params): Chat | null {
  const from = portal.state.people.get(integer(params, "FROM_USER_ID") ?? 0);
  const to = portal.state.people.get(integer(params, "TO_USER_ID") ?? 0);
  if (from === undefined || to === undefined) return null;
  if ([from, to].some(({ role }) => role === "client")) throw accessError();
  return privateChatOf(portal, from.id, to.id);
}

/** An empty text deletes the message; what is not given stays, and `N` or nothing clears an attach or a keyboard. */
function update(call: Call): Answer {
  const params = upperKeys(call.params);
  const message = ownMessage(call, params, ownBot(call, params));
  const extras = readExtras(params);
  if (params["MESSAGE"] !== undefined && text(params, "MESSAGE").trim() === "") {
    deleteMessage(call.portal, message);
    return TRUE;
  }
  if (params["MENU"] !== undefined) message.menu = extras.menu;
  if (flag(params, "SKIP_CONNECTOR", false)) message.forOperators = true;
  editMessage(call.portal, message, {
    ...(params["MESSAGE"] !== undefined && { text: text(params, "MESSAGE").trim() }),
    ...(params["ATTACH"] !== undefined && { attach: extras.attach }),
    ...(params["KEYBOARD"] !== undefined && { keyboard: extras.keyboard }),
  });
  return TRUE;
}

function remove(call: Call): Answer {
  const params = upperKeys(call.params);
  const message = ownMessage(call, params, ownBot(call, params));
  if (flag(params, "COMPLETE", false)) eraseMessage(call.portal, message);
  else deleteMessage(call.portal, message);
  return TRUE;
}

function like(call: Call): Answer {
  const params = upperKeys(call.params);
  const bot = ownBot(call, params);
  const message = readMessage(call, params);
  const isMember = call.portal.state.chats.get(message.chatId)?.memberIds.includes(bot.id) === true;
  const action = text(params, "ACTION").toLowerCase() || "auto";
  const isOn = action === "auto" ? !hasReacted(message, bot.id, "like") : action === "plus";
  if (!isMember || !react(call.portal, message, bot.id, "like", isOn)) {
    throw badRequest("WITHOUT_CHANGES", "Action completed without changes");
  }
  return TRUE;
}

/** @throws RestError for a message of somebody else, and for one that is too old to be changed. */
function ownMessage(call: Call, params: Params, bot: Bot): Message {
  const message = readMessage(call, params);
  const ageMs = call.portal.now().getTime() - Date.parse(message.at);
  if (message.authorId !== bot.id || message.isDeleted || ageMs > EDITABLE_FOR_MS) throw cannotEdit();
  return message;
}

function readMessage({ portal }: Call, params: Params): Message {
  const id = integer(params, "MESSAGE_ID");
  if (id === null || id <= 0) throw badRequest("MESSAGE_ID_ERROR", "Message ID can't be empty");
  const message = portal.state.messages.get(id);
  if (message === undefined) throw cannotEdit();
  return message;
}

function cannotEdit(): Error {
  return badRequest("CANT_EDIT_MESSAGE", "Time has expired for modification or you don't have access");
}
