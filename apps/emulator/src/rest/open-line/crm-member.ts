import { joinChat, leaveChat } from "../../chat/members.ts";
import type { Chat, Person } from "../../state/model.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, text, upperKeys } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { chatsOfEntity, isBoundTo, readEntity, readableEntity } from "./crm-entity.ts";

const SCOPES = ["imopenlines"];

/** Who is in the dialogs of an entity. Bitrix24 docs: imopenlines/openlines/chats. */
export const openLineCrmMemberMethods: RestMethod[] = [
  { name: "imopenlines.crm.chat.user.add", scopes: SCOPES, missing: "own", run: addUser },
  { name: "imopenlines.crm.chat.user.delete", scopes: SCOPES, missing: "own", run: deleteUser },
];

/** @returns The number of the chat. */
function addUser(call: Call): Answer {
  const params = upperKeys(call.params);
  const empty = badRequest("ERROR_ARGUMENT", "Argument 'Empty USER_ID' is null or empty");
  const { chat, person } = readMember(call, params, empty);
  if (joinChat(call.portal, chat, [person.id], call.caller.user.id).length === 0) {
    throw badRequest("WRONG_REQUEST", "You don't have access or user already member in chat");
  }
  return { result: chat.id };
}

/** @returns The number of the chat. */
function deleteUser(call: Call): Answer {
  const params = upperKeys(call.params);
  if (text(params, "CRM_ENTITY_TYPE") === "" || text(params, "CRM_ENTITY") === "") {
    throw badRequest("CRM_CHAT_EMPTY_CRM_DATA", "Empty CRM data");
  }
  const { chat, person } = readMember(call, params, badRequest("CRM_CHAT_EMPTY_USER", "Empty User ID"));
  if (person.id === chat.ownerId) {
    throw forbidden("CHAT_DELETE_USER_PERMISSION_DENIED", "You don't have access to delete a user from this chat");
  }
  if (!chat.memberIds.includes(person.id)) {
    throw badRequest("WRONG_REQUEST", "You don't have access or user already not in chat");
  }
  leaveChat(call.portal, chat, person.id);
  return { result: chat.id };
}

/** The person, and the chat that CHAT_ID names or the entity's last one. */
function readMember({ portal, caller }: Call, params: Params, empty: Error): { chat: Chat; person: Person } {
  const { state } = portal;
  const entity = readEntity(params);
  const userId = integer(params, "USER_ID");
  if (userId === null || userId <= 0) throw empty;
  if (entity === null || readableEntity(state, entity, caller.user) === null) {
    throw forbidden("ACCESS_DENIED", "Access denied! You don't have access to join user to chat");
  }
  const chatId = integer(params, "CHAT_ID");
  const chat = chatId === null ? chatsOfEntity(state, entity).at(-1) : state.chats.get(chatId);
  if (chat === undefined || !isBoundTo(state, chat, entity)) {
    throw badRequest("CHAT_NOT_IN_CRM", "Chat does not belong to the CRM entity being checked");
  }
  const person = state.people.get(userId);
  if (person === undefined) throw badRequest("CRM_CHAT_USER_NOT_ACTIVE", "User not active");
  return { chat, person };
}
