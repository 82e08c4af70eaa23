import { addRecord } from "../../crm/add-record.ts";
import { LEAD } from "../../crm/entity-kind.ts";
import { titleOf } from "../../crm/title.ts";
import { profileOf } from "../../people/profiles.ts";
import type { Person } from "../../state/model.ts";
import type { PhoneCall } from "../../state/telephony.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { TRUE } from "../method.ts";
import { flag, integer, list, text } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { CORE, namedCall, SCOPES, startCall } from "./calls.ts";
import { ownersOf } from "./phone-owner.ts";

/** The same call, registered twice within this time, is one. Bitrix24 docs: telephony.externalCall.register. */
const SAME_CALL_MS = 30 * 60 * 1000;
const NOBODY = badRequest(CORE, "Either USER_ID or USER_PHONE_INNER should be set");

/** Calls of an outside exchange. Bitrix24 docs: api-reference/telephony. */
export const externalCallMethods: RestMethod[] = [
  { name: "telephony.externalCall.register", scopes: SCOPES, needsApp: true, run: register },
  { name: "telephony.externalCall.show", scopes: SCOPES, needsApp: true, run: show },
  { name: "telephony.externalCall.hide", scopes: SCOPES, needsApp: true, run: hide },
  { name: "telephony.externalCall.searchCrmEntities", scopes: SCOPES, needsApp: true, run: search },
];

function register(call: Call): Answer {
  const { portal, params } = call;
  const phone = text(params, "PHONE_NUMBER");
  const type = integer(params, "TYPE") ?? 0;
  if (type < 1 || type > 5) throw badRequest(CORE, "Unknown call TYPE");
  const person = callingPerson(call);
  const known = sameCall(call, { phone, type, userId: person.id });
  if (known !== null) return { result: registered(known, null) };

  const crm = givenEntity(call) ?? ownerOf(call, phone);
  const lead =
    crm === null && flag(params, "CRM_CREATE", false)
      ? addRecord(
          portal,
          LEAD,
          {
            title: `${phone} - ${type === 2 ? "Incoming" : "Outgoing"} call`,
            sourceId: text(params, "CRM_SOURCE") || "CALL",
            assignedById: person.id,
            fm: [{ id: 0, typeId: "PHONE", valueType: "WORK", value: phone }],
          },
          person.id,
        )
      : null;
  const started = startCall(call, {
    kind: "external",
    type,
    phone,
    userId: person.id,
    line: text(params, "LINE_NUMBER"),
    externalId: text(params, "EXTERNAL_CALL_ID") || null,
    crm: lead === null ? crm : { entityType: "LEAD", entityId: lead.id },
    shownTo: flag(params, "SHOW", true) ? [person.id] : [],
  });
  return { result: registered(started, lead?.id ?? null) };
}

function registered({ id, crm }: PhoneCall, leadId: number | null): Record<string, unknown> {
  return {
    CALL_ID: id,
    CRM_CREATED_LEAD: leadId,
    CRM_CREATED_ENTITIES: leadId === null ? [] : [{ ENTITY_TYPE: "LEAD", ENTITY_ID: leadId }],
    CRM_ENTITY_TYPE: crm?.entityType ?? null,
    CRM_ENTITY_ID: crm?.entityId ?? null,
  };
}

/** By the id, or by the inner number of the exchange. */
function callingPerson({ portal, params }: Call): Person {
  const id = integer(params, "USER_ID");
  const inner = text(params, "USER_PHONE_INNER");
  if (id === null && inner === "") throw NOBODY;
  const people = [...portal.state.people.values()].filter(({ role }) => role !== "client" && role !== "bot");
  const found = people.find((person) => person.id === id || (id === null && String(person.id) === inner));
  if (found === undefined) throw badRequest(CORE, "User is not found");
  return found;
}

function sameCall(
  { portal, params }: Call,
  { phone, type, userId }: Pick<PhoneCall, "phone" | "type" | "userId">,
): PhoneCall | null {
  const externalId = text(params, "EXTERNAL_CALL_ID") || null;
  const since = portal.now().getTime() - SAME_CALL_MS;
  const isSame = (each: PhoneCall): boolean =>
    each.kind === "external" &&
    each.end === null &&
    each.phone === phone &&
    each.type === type &&
    each.userId === userId &&
    each.externalId === externalId &&
    Date.parse(each.startedAt) >= since;
  return [...portal.state.phoneCalls.values()].findLast(isSame) ?? null;
}

function givenEntity({ params }: Call): PhoneCall["crm"] {
  const entityId = integer(params, "CRM_ENTITY_ID");
  const entityType = text(params, "CRM_ENTITY_TYPE");
  return entityId === null || entityType === "" ? null : { entityType, entityId };
}

function ownerOf({ portal }: Call, phone: string): PhoneCall["crm"] {
  const [owner] = ownersOf(portal.state, phone);
  return owner === undefined ? null : { entityType: owner.kind.code, entityId: owner.record.id };
}

function show(call: Call): Answer {
  const known = namedCall(call);
  known.shownTo = [...new Set([...known.shownTo, ...viewers(call, known)])];
  return TRUE;
}

function hide(call: Call): Answer {
  const known = namedCall(call);
  const gone = viewers(call, known);
  known.shownTo = known.shownTo.filter((id) => !gone.includes(id));
  return TRUE;
}

/** The people named, or the one whose call it is. */
function viewers({ params }: Call, known: PhoneCall): number[] {
  const named = list(params, "USER_ID").map(Number).filter(Number.isInteger);
  return named.length === 0 ? [known.userId] : named;
}

function search({ portal, params }: Call): Answer {
  const rows = ownersOf(portal.state, text(params, "PHONE_NUMBER")).map(({ kind, record }) => {
    const person = portal.state.people.get(record.assignedById);
    const profile = person === undefined ? null : profileOf(portal.state, person);
    return {
      CRM_ENTITY_TYPE: kind.code,
      CRM_ENTITY_ID: record.id,
      ASSIGNED_BY_ID: record.assignedById,
      NAME: titleOf(record),
      ASSIGNED_BY: {
        ID: String(record.assignedById),
        TIMEMAN_STATUS: "CLOSED",
        USER_PHONE_INNER: null,
        WORK_PHONE: profile?.workPhone || null,
        PERSONAL_PHONE: null,
        PERSONAL_MOBILE: profile?.personalMobile || null,
      },
    };
  });
  return { result: rows };
}
