import { bindingsOf } from "../../chat/crm-bindings.ts";
import { sessionOf } from "../../chat/find.ts";
import { isAccessible } from "../../crm/access.ts";
import { COMPANY, CONTACT, DEAL, LEAD, findRecord } from "../../crm/entity-kind.ts";
import type { CrmRecord } from "../../state/crm.ts";
import type { Chat, CrmBinding, Person } from "../../state/model.ts";
import type { State } from "../../state/state.ts";
import { integer, text } from "../params.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";

const KINDS = { LEAD, DEAL, CONTACT, COMPANY };

/** The binding that CRM_ENTITY_TYPE and CRM_ENTITY name. @throws RestError `ERROR_ARGUMENT` when one is missing. */
export function readEntity(params: Params): CrmBinding | null {
  const type = text(params, "CRM_ENTITY_TYPE").toUpperCase();
  if (type === "") throw badRequest("ERROR_ARGUMENT", "Argument 'CRM_ENTITY_TYPE' is null or empty");
  const id = readNumber(params, "CRM_ENTITY");
  return isKind(type) ? { type, id } : null;
}

/** @throws RestError `ERROR_ARGUMENT` for a number that is missing, or no number. */
export function readNumber(params: Params, name: string): number {
  if (text(params, name) === "") throw badRequest("ERROR_ARGUMENT", `Argument '${name}' is null or empty`);
  const id = integer(params, name);
  if (id === null) throw badRequest("ERROR_ARGUMENT", `The value of an argument '${name}' has an invalid type`);
  return id;
}

function isKind(type: string): type is CrmBinding["type"] {
  return Object.hasOwn(KINDS, type);
}

/** The entity, if there is one and this person may read it. Bots read what everybody may. */
export function readableEntity(state: State, entity: CrmBinding | null, person: Person): CrmRecord | null {
  const record = entity === null ? null : findRecord(state, KINDS[entity.type], entity.id);
  return record !== null && isAccessible(state, record, person) ? record : null;
}

/** Dialogs that are bound to an entity, oldest first. */
export function chatsOfEntity(state: State, entity: CrmBinding): Chat[] {
  return [...state.chats.values()].filter((chat) => isBoundTo(state, chat, entity));
}

export function isBoundTo(state: State, chat: Chat, entity: CrmBinding): boolean {
  return bindingsOf(state, chat).some(({ type, id }) => type === entity.type && id === entity.id);
}

export function isRunning(state: State, chat: Chat): boolean {
  const session = sessionOf(state, chat);
  return session !== null && session.owner !== "closed";
}
