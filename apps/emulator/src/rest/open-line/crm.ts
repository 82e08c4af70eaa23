import { addLeadOf } from "../../chat/line-lead.ts";
import { postMessage } from "../../chat/post-message.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { text, upperKeys } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { servedDialog } from "./access.ts";
import { connectorTitle } from "../connector/connector-titles.ts";
import { chatsOfEntity, isBoundTo, isRunning, readEntity, readNumber, readableEntity } from "./crm-entity.ts";

const SCOPES = ["imopenlines"];

/** Dialogs and the CRM. Bitrix24 docs: imopenlines/openlines/chats, messages. */
export const openLineCrmMethods: RestMethod[] = [
  { name: "imopenlines.crm.chat.get", scopes: SCOPES, missing: "own", run: getChats },
  { name: "imopenlines.crm.chat.getLastId", scopes: SCOPES, missing: "own", run: getLastChat },
  { name: "imopenlines.crm.message.add", scopes: SCOPES, missing: "own", run: addMessage },
  { name: "imopenlines.crm.lead.create", scopes: SCOPES, missing: "own", run: createLead },
];

/** Dialogs that run; with `ACTIVE_ONLY: "N"` those that are closed too. */
function getChats({ portal, params, caller }: Call): Answer {
  const upper = upperKeys(params);
  const entity = readEntity(upper);
  if (entity === null || readableEntity(portal.state, entity, caller.user) === null) throw noAccess();
  const isActiveOnly = text(upper, "ACTIVE_ONLY").toUpperCase() !== "N";
  const chats = chatsOfEntity(portal.state, entity).filter((chat) => !isActiveOnly || isRunning(portal.state, chat));
  const rows = chats.map((chat) => {
    const connector = chat.entityId.split("|")[0] ?? "";
    const title = connectorTitle(portal.state, connector, caller.user.language);
    return { CHAT_ID: String(chat.id), CONNECTOR_ID: connector, CONNECTOR_TITLE: title };
  });
  return { result: rows };
}

function getLastChat({ portal, params, caller }: Call): Answer {
  const upper = upperKeys(params);
  if (text(upper, "CRM_ENTITY_TYPE") === "" || text(upper, "CRM_ENTITY") === "") {
    throw badRequest("CRM_CHAT_EMPTY_CRM_DATA", "Empty CRM data");
  }
  const entity = readEntity(upper);
  const isReadable = readableEntity(portal.state, entity, caller.user) !== null;
  const last = entity === null || !isReadable ? undefined : chatsOfEntity(portal.state, entity).at(-1);
  if (last === undefined) throw badRequest("CRM_CHAT_EMPTY_CRM_DATA", "Could not find CRM entity");
  return { result: last.id };
}

/** How a client is written to first. The writer, a person or a bot, has to be in the chat and may read the entity. */
function addMessage({ portal, params, caller }: Call): Answer {
  const { state } = portal;
  const upper = upperKeys(params);
  const entity = readEntity(upper);
  const userId = readNumber(upper, "USER_ID");
  const chatId = readNumber(upper, "CHAT_ID");
  const message = text(upper, "MESSAGE");
  if (message.trim() === "") throw badRequest("ERROR_ARGUMENT", "Argument 'MESSAGE' is null or empty");
  if (readableEntity(state, entity, caller.user) === null) throw noAccess();
  const writer = state.people.get(userId);
  const chat = state.chats.get(chatId);
  if (chat === undefined || entity === null || !isBoundTo(state, chat, entity)) {
    throw badRequest("CHAT_NOT_IN_CRM", "Chat does not belong to the CRM entity being checked");
  }
  if (writer === undefined || readableEntity(state, entity, writer) === null) {
    throw forbidden("ACCESS_DENIED", "Access denied! User dont have access to this entity");
  }
  if (!chat.memberIds.includes(writer.id)) throw badRequest("MESSAGE_ADD_ERROR", "Message isn't added");
  return { result: postMessage(portal, chat, { authorId: writer.id, text: message }).id };
}

/** Only the operator who answers may save the dialog, so bots use the CRM's own methods. */
function createLead(call: Call): Answer {
  const { chat, session } = servedDialog(call, upperKeys(call.params));
  if (session.owner !== "operator" || session.operatorId !== call.caller.user.id) {
    throw badRequest("ERROR_USER_NOT_OPERATOR", "Attempt to save a CRM entity by a user who is not an operator");
  }
  addLeadOf(call.portal, chat, call.caller.user.id);
  return TRUE;
}

function noAccess(): Error {
  return forbidden("ACCESS_DENIED", "Access denied! You dont have access to this action");
}
