import { accessOf, isAccessible } from "../../crm/access.ts";
import { addRecord, type CrmChange } from "../../crm/add-record.ts";
import { setContactsOfCompany } from "../../crm/company-contacts.ts";
import { deleteRecord } from "../../crm/delete-record.ts";
import { COMPANY, CONTACT, findRecord, LEAD, recordsOf, type EntityKind } from "../../crm/entity-kind.ts";
import { updateRecord } from "../../crm/update-record.ts";
import type { Binding, CrmRecord } from "../../state/crm.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { pageOfMany } from "../page.ts";
import { integer, list, record, upperKeys, type Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { filterOf, orderOf } from "../row-filter.ts";
import { columnsOf } from "./columns.ts";
import { ACCESS_DENIED, INVALID_ID, NOT_FOUND, notAnArray } from "./fault.ts";
import { oldFieldsOf } from "./old-fields.ts";
import { oldRow, selectedRow } from "./old-row.ts";
import { readChange } from "./read-change.ts";

const SCOPES = ["crm"];
const CLASSIC_MODE = 1;
/** Portals take it among the fields of a filter; it is no field. */
const NOT_A_FIELD = "CHECK_PERMISSIONS";

/** `crm.lead.*`, `crm.deal.*` and so on: deprecated, and answering still. Bitrix24 docs: api-reference/crm. */
export function oldEntityMethods(kind: EntityKind): RestMethod[] {
  const name = `crm.${kind.code.toLowerCase()}`;
  const maps = Object.fromEntries(["fields", "params", "filter", "order"].map((map) => [map, notAnArray(map)]));
  const missing = { id: INVALID_ID, ...maps };
  const run = (work: (call: Call, kind: EntityKind) => Answer) => (call: Call) => {
    if (kind === LEAD && call.portal.state.crmMode !== CLASSIC_MODE) throw ACCESS_DENIED;
    return work(call, kind);
  };
  return [
    { name: `${name}.add`, scopes: SCOPES, missing, run: run(add) },
    { name: `${name}.update`, scopes: SCOPES, missing, run: run(update) },
    { name: `${name}.get`, scopes: SCOPES, missing, run: run(get) },
    { name: `${name}.list`, scopes: SCOPES, missing, run: run(listAll) },
    { name: `${name}.delete`, scopes: SCOPES, missing, run: run(remove) },
    { name: `${name}.fields`, scopes: SCOPES, missing: "own", run: () => ({ result: oldFieldsOf(kind) }) },
  ];
}

function add({ portal, caller, params }: Call, kind: EntityKind): Answer {
  const { contacts, change } = splitContacts(kind, readChange(portal.state, kind, givenFields(params), "old", null));
  const added = addRecord(portal, kind, change, caller.user.id);
  if (contacts !== null) setContactsOfCompany(portal.state, added, contacts);
  return { result: added.id };
}

function update(call: Call, kind: EntityKind): Answer {
  const { portal, caller, params } = call;
  const found = recordOf(call, kind, kind === CONTACT || kind === COMPANY ? `${kind.title} is not found` : undefined);
  const { contacts, change } = splitContacts(kind, readChange(portal.state, kind, givenFields(params), "old", found));
  if (contacts !== null) setContactsOfCompany(portal.state, found, contacts);
  updateRecord(portal, kind, found, change, caller.user.id);
  return TRUE;
}

function get(call: Call, kind: EntityKind): Answer {
  return { result: oldRow(kind, recordOf(call, kind)) };
}

function listAll({ portal, caller, params }: Call, kind: EntityKind): Answer {
  const columns = columnsOf(kind, "old");
  const { [NOT_A_FIELD]: _ignored, ...filter } = upperKeys(record(params, "filter"));
  refuseLikeOnPhones(filter);
  const meets = filterOf(filter, columns);
  const compare = orderOf(record(params, "order"), columns);
  const sees = accessOf(portal.state, caller.user);
  const isWanted = (one: CrmRecord): boolean => meets(one) && sees(one);
  const start = integer(params, "start") ?? 0;
  const { result, ...counted } = pageOfMany(recordsOf(portal.state, kind), isWanted, compare, start);
  const select = list(params, "select").map((name) => String(name).toUpperCase());
  return { result: result.map((one) => selectedRow(kind, one, select)), ...counted };
}

function remove(call: Call, kind: EntityKind): Answer {
  deleteRecord(call.portal, kind, recordOf(call, kind), call.caller.user.id);
  return TRUE;
}

/** A company does not keep its contacts: they keep it. */
function splitContacts(kind: EntityKind, given: CrmChange): { contacts: Binding[] | null; change: CrmChange } {
  if (kind !== COMPANY || given["contacts"] === undefined) return { contacts: null, change: given };
  const { contacts, ...change } = given;
  // safe: readChange gives ties under this key
  return { contacts: contacts as Binding[], change };
}

/** The record that `id` names. @throws RestError when there is none, or it is not the caller's to see. */
export function recordOf({ portal, caller, params }: Call, kind: EntityKind, absent?: string): CrmRecord {
  const id = integer(params, "id");
  if (id === null || id <= 0) throw INVALID_ID;
  const found = findRecord(portal.state, kind, id);
  if (found === null) throw absent === undefined ? NOT_FOUND : badRequest("", absent);
  if (!isAccessible(portal.state, found, caller.user)) throw ACCESS_DENIED;
  return found;
}

function givenFields(params: Params): Params {
  if (typeof params["fields"] !== "object" || params["fields"] === null) throw notAnArray("fields");
  return upperKeys(record(params, "fields"));
}

/** Phones and mail addresses are compared whole. */
function refuseLikeOnPhones(filter: Params): void {
  const key = Object.keys(filter).find((name) => /^[!=]*%[!=]*(?:PHONE|EMAIL)$/.test(name));
  if (key !== undefined) throw badRequest("ERROR_ARGUMENT", `The filter field ${key} is compared exactly, without %`);
}
