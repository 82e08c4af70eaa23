import { accessOf, isAccessible } from "../../crm/access.ts";
import { addRecord } from "../../crm/add-record.ts";
import { deleteRecord } from "../../crm/delete-record.ts";
import { findRecord, kindOf, LEAD, recordsOf, type EntityKind } from "../../crm/entity-kind.ts";
import { defaultCategoryOf, stageDictionary } from "../../crm/stages.ts";
import { updateRecord } from "../../crm/update-record.ts";
import type { CrmRecord } from "../../state/crm.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { pageOfMany } from "../page.ts";
import { flag, integer, list, record } from "../params.ts";
import { filterOf, orderOf } from "../row-filter.ts";
import { columnsOf } from "./columns.ts";
import { fieldNotInFilter, fieldNotInOrder, ITEM_ACCESS_DENIED, ITEM_NOT_FOUND, TYPE_NOT_FOUND } from "./fault.ts";
import { itemFieldsOf } from "./item-fields.ts";
import { itemRow, selectedItem } from "./item-row.ts";
import { readChange } from "./read-change.ts";

const SCOPES = ["crm"];

/** One family for all kinds, over the records of the old methods. Bitrix24 docs: api-reference/crm/universal. */
export const itemMethods: RestMethod[] = [
  { name: "crm.item.add", scopes: SCOPES, run: add },
  { name: "crm.item.update", scopes: SCOPES, run: update },
  { name: "crm.item.get", scopes: SCOPES, run: get },
  { name: "crm.item.list", scopes: SCOPES, run: listItems },
  { name: "crm.item.delete", scopes: SCOPES, run: remove },
  { name: "crm.item.fields", scopes: SCOPES, run: fields },
];

function add(call: Call): Answer {
  const { portal, caller, params } = call;
  const kind = calledKind(call);
  const change = readChange(portal.state, kind, record(params, "fields"), "item", null);
  return answer(call, kind, addRecord(portal, kind, change, caller.user.id));
}

function update(call: Call): Answer {
  const { portal, caller, params } = call;
  const kind = calledKind(call);
  const found = calledItem(call, kind);
  const change = readChange(portal.state, kind, record(params, "fields"), "item", found);
  updateRecord(portal, kind, found, change, caller.user.id);
  return answer(call, kind, found);
}

function get(call: Call): Answer {
  const kind = calledKind(call);
  return answer(call, kind, calledItem(call, kind));
}

function listItems(call: Call): Answer {
  const { portal, caller, params } = call;
  const kind = calledKind(call);
  const columns = columnsOf(kind, "item");
  const meets = filterOf(record(params, "filter"), columns, fieldNotInFilter);
  const compare = orderOf(record(params, "order"), columns, fieldNotInOrder);
  const sees = accessOf(portal.state, caller.user);
  const isWanted = (one: CrmRecord): boolean => meets(one) && sees(one);
  const start = integer(params, "start") ?? 0;
  const { result, ...counted } = pageOfMany(recordsOf(portal.state, kind), isWanted, compare, start);
  const select = list(params, "select").map(String);
  const items = result.map((one) => selectedItem(kind, one, select, wantsOriginalNames(call)));
  return { result: { items }, ...counted };
}

function remove(call: Call): Answer {
  const kind = calledKind(call);
  deleteRecord(call.portal, kind, calledItem(call, kind), call.caller.user.id);
  return { result: [] };
}

function fields(call: Call): Answer {
  const { state } = call.portal;
  const kind = calledKind(call);
  const stages = kind.hasStages ? stageDictionary(kind, kind === LEAD ? 0 : defaultCategoryOf(state, kind)) : null;
  return { result: { fields: itemFieldsOf(kind, stages) } };
}

/** The kind that `entityTypeId` names. @throws RestError for one the portal does not have. */
export function calledKind({ portal, params }: Call): EntityKind {
  const kind = kindOf(portal.state, integer(params, "entityTypeId") ?? 0);
  if (kind === null) throw TYPE_NOT_FOUND;
  return kind;
}

function calledItem({ portal, caller, params }: Call, kind: EntityKind): CrmRecord {
  const found = findRecord(portal.state, kind, integer(params, "id") ?? 0);
  if (found === null) throw ITEM_NOT_FOUND;
  if (!isAccessible(portal.state, found, caller.user)) throw ITEM_ACCESS_DENIED;
  return found;
}

function answer(call: Call, kind: EntityKind, found: CrmRecord): Answer {
  return { result: { item: itemRow(kind, found, wantsOriginalNames(call)) } };
}

function wantsOriginalNames({ params }: Call): boolean {
  return flag(params, "useOriginalUfNames", false);
}
