import { giveChatTo, joinChat, leaveChat } from "../../chat/members.ts";
import { hideHistory } from "../../chat/history.ts";
import type { Chat } from "../../state/model.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, list, type Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { accessError, isYes, paramsOf, readGroup } from "./access.ts";

/** Who is in a chat. Bitrix24 docs: api-reference/chats/chat-users. */
export const chatUserMethods: RestMethod[] = [
  { name: "im.chat.user.list", scopes: ["im"], missing: "own", run: listUsers },
  { name: "im.chat.user.add", scopes: ["im"], missing: "own", run: add },
  { name: "im.chat.user.delete", scopes: ["im"], missing: "own", run: remove },
  { name: "im.chat.leave", scopes: ["im"], missing: "own", run: leave },
  { name: "im.chat.setOwner", scopes: ["im"], missing: "own", run: setOwner },
];

function listUsers(call: Call): Answer {
  return { result: readGroup(call).memberIds };
}

/** HIDE_HISTORY lets newcomers begin with what is written after them. */
function add(call: Call): Answer {
  const params = paramsOf(call);
  const chat = readGroup(call, params);
  const ids = list(params, "USERS").map(Number);
  if (ids.length === 0) throw badRequest("USERS_EMPTY", "Users can't be empty");
  const added = joinChat(call.portal, chat, ids, call.caller.user.id);
  if (added.length === 0) throw badRequest("WRONG_REQUEST", "You don't have access or the users are already members");
  if (isYes(params, "HIDE_HISTORY")) hideHistory(call.portal.state, chat, added);
  return TRUE;
}

/** The owner and managers send others out; everybody may take out themselves. */
function remove(call: Call): Answer {
  const params = paramsOf(call);
  const chat = readGroup(call, params);
  const userId = readUser(params);
  const { id } = call.caller.user;
  const mayRemove = userId === id || chat.ownerId === id || (chat.managerIds.includes(id) && chat.ownerId !== userId);
  if (!mayRemove || !chat.memberIds.includes(userId)) {
    throw badRequest("WRONG_REQUEST", "You don't have access or the user is not in the chat");
  }
  takeOut(call, chat, userId);
  return TRUE;
}

function leave(call: Call): Answer {
  const chat = readGroup(call);
  if (!chat.memberIds.includes(call.caller.user.id)) throw accessError();
  takeOut(call, chat, call.caller.user.id);
  return TRUE;
}

/** A chat whose owner goes belongs to who has been in it longest. */
function takeOut({ portal }: Call, chat: Chat, personId: number): void {
  leaveChat(portal, chat, personId);
  const heir = chat.memberIds[0];
  if (chat.ownerId === personId && heir !== undefined) giveChatTo(portal, chat, heir);
}

function setOwner(call: Call): Answer {
  const params = paramsOf(call);
  const chat = readGroup(call, params);
  const userId = readUser(params);
  if (chat.ownerId !== call.caller.user.id || !chat.memberIds.includes(userId)) {
    throw badRequest("WRONG_REQUEST", "You don't have access or the user is not in the chat");
  }
  giveChatTo(call.portal, chat, userId);
  return TRUE;
}

function readUser(params: Params): number {
  const id = integer(params, "USER_ID");
  if (id === null || id <= 0) throw badRequest("USER_ID_EMPTY", "User ID can't be empty");
  return id;
}
