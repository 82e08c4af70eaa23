import { giveChatTo, joinChat, leaveChat } from "../../chat/members.ts";
import { leaveLine } from "../../chat/open-line.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, list, text, upperKeys } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { roleOf } from "../../wire/v2-chat.ts";
import { readGroup } from "./group.ts";

/** Who is in a chat. Bitrix24 docs: chat-bots/outdated/chats. */
export const chatMemberV1Methods: RestMethod[] = [
  { name: "imbot.chat.user.add", scopes: ["imbot"], missing: "own", run: addUsers },
  { name: "imbot.chat.user.delete", scopes: ["imbot"], missing: "own", run: deleteUser },
  { name: "imbot.chat.user.list", scopes: ["imbot"], missing: "own", run: listUsers },
  { name: "imbot.chat.leave", scopes: ["imbot"], missing: "own", run: leave },
  { name: "imbot.chat.setOwner", scopes: ["imbot"], missing: "own", run: setOwner },
  { name: "imbot.chat.setManager", scopes: ["imbot"], missing: "own", run: setManager },
];

function addUsers(call: Call): Answer {
  const params = upperKeys(call.params);
  const { bot, chat } = readGroup(call, params);
  if (typeof params["USERS"] !== "object") throw badRequest("WRONG_REQUEST", "User IDs must be passed in array format");
  if (joinChat(call.portal, chat, list(params, "USERS").map(Number), bot.id).length === 0) {
    throw badRequest("WRONG_REQUEST", "You don't have access or user already member in chat");
  }
  return TRUE;
}

/** A bot sends others out as the chat's owner or manager. */
function deleteUser(call: Call): Answer {
  const params = upperKeys(call.params);
  const { bot, chat } = readGroup(call, params);
  const userId = readUserId(params);
  const isAllowed = ["owner", "manager"].includes(roleOf(chat, bot.id)) || userId === bot.id;
  if (!isAllowed || !chat.memberIds.includes(userId)) {
    throw badRequest("WRONG_REQUEST", "You don't have access or user isn't member in chat");
  }
  if (userId === chat.ownerId) throw badRequest("ACCESS_ERROR", "LEAVE_OWNER_FORBIDDEN");
  leaveChat(call.portal, chat, userId);
  return TRUE;
}

function listUsers(call: Call): Answer {
  return { result: readGroup(call, upperKeys(call.params)).chat.memberIds };
}

/** A bot that leaves a client's dialog while it answers leaves it to the line's queue. */
function leave(call: Call): Answer {
  const { bot, chat } = readGroup(call, upperKeys(call.params));
  if (chat.kind === "open_line") leaveLine(call.portal, chat, bot);
  leaveChat(call.portal, chat, bot.id);
  return TRUE;
}

function setOwner(call: Call): Answer {
  const params = upperKeys(call.params);
  const { bot, chat } = readGroup(call, params);
  const userId = readUserId(params);
  if (chat.ownerId !== bot.id || !chat.memberIds.includes(userId)) {
    throw badRequest("WRONG_REQUEST", "Change owner can only owner and user must be member in chat");
  }
  giveChatTo(call.portal, chat, userId);
  return TRUE;
}

function setManager(call: Call): Answer {
  const params = upperKeys(call.params);
  const { bot, chat } = readGroup(call, params);
  const userId = readUserId(params);
  if (chat.ownerId !== bot.id || !chat.memberIds.includes(userId)) {
    throw badRequest("WRONG_REQUEST", "Change manager can only owner and user must be member in chat");
  }
  const others = chat.managerIds.filter((id) => id !== userId);
  chat.managerIds = text(params, "IS_MANAGER").toUpperCase() === "N" ? others : [...others, userId];
  call.portal.live.publish({ type: "dialog", chat });
  return TRUE;
}

function readUserId(params: Params): number {
  const id = integer(params, "USER_ID");
  if (id === null || id <= 0) throw badRequest("USER_ID_EMPTY", "User ID can't be empty");
  return id;
}
