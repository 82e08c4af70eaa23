import { isAccessible } from "../../crm/access.ts";
import type { EntityKind } from "../../crm/entity-kind.ts";
import { ownerOf, putRow, replaceRows, sumUp } from "../../crm/product-rows.ts";
import type { CrmRecord, ProductRow } from "../../state/crm.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { pageOfMany } from "../page.ts";
import { integer, list, record, text, type Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { filterOf, orderOf, type ReadColumn } from "../row-filter.ts";
import { fieldNotInFilter, fieldNotInOrder, ITEM_ACCESS_DENIED, ITEM_NOT_FOUND, OWNER_NOT_FOUND } from "./fault.ts";
import { readProductRow } from "./read-product-row.ts";

const SCOPES = ["crm"];
const NO_OWNER_IN_FILTER = badRequest("INVALID_ARG_VALUE", "Invalid filter: ownerType and ownerId are required");

/** Products of any kind of entity. Bitrix24 docs: crm.item.productrow.*. */
export const itemProductRowMethods: RestMethod[] = [
  { name: "crm.item.productrow.add", scopes: SCOPES, run: add },
  { name: "crm.item.productrow.update", scopes: SCOPES, run: update },
  { name: "crm.item.productrow.get", scopes: SCOPES, run: (call) => ({ result: { productRow: view(called(call)) } }) },
  { name: "crm.item.productrow.list", scopes: SCOPES, run: listRows },
  { name: "crm.item.productrow.set", scopes: SCOPES, run: set },
  { name: "crm.item.productrow.delete", scopes: SCOPES, run: remove },
];

type Owner = { kind: EntityKind; record: CrmRecord };

function add(call: Call): Answer {
  const { state } = call.portal;
  const given = record(call.params, "fields");
  const owner = ownerIn(call, given);
  const row = putRow(state, owner.kind, owner.record.id, null, readProductRow(given, null));
  sumUp(call.portal, owner.kind, owner.record, call.caller.user.id);
  return { result: { productRow: view(row) } };
}

function update(call: Call): Answer {
  const { state } = call.portal;
  const current = called(call);
  const { kind, record: owner } = ownerOfRow(call, current);
  const row = putRow(state, kind, owner.id, current.id, readProductRow(record(call.params, "fields"), current));
  sumUp(call.portal, kind, owner, call.caller.user.id);
  return { result: { productRow: view(row) } };
}

function set(call: Call): Answer {
  const { state } = call.portal;
  const { kind, record: owner } = ownerIn(call, call.params);
  const given = list(call.params, "productRows").map((row) => readProductRow(record({ row }, "row"), null));
  const rows = replaceRows(state, kind, owner.id, given);
  sumUp(call.portal, kind, owner, call.caller.user.id);
  return { result: { productRows: rows.map(view) } };
}

function remove(call: Call): Answer {
  const { state } = call.portal;
  const row = called(call);
  const { kind, record: owner } = ownerOfRow(call, row);
  state.productRows.delete(row.id);
  sumUp(call.portal, kind, owner, call.caller.user.id);
  return { result: null };
}

/** Rows are listed for one owner at a time. */
function listRows(call: Call): Answer {
  const { portal, params } = call;
  const filter = record(params, "filter");
  const ownerParams = {
    ownerType: filter["=ownerType"] ?? filter["ownerType"],
    ownerId: filter["=ownerId"] ?? filter["ownerId"],
  };
  if (ownerParams.ownerType === undefined || ownerParams.ownerId === undefined) throw NO_OWNER_IN_FILTER;
  ownerIn(call, ownerParams);
  const column: ReadColumn<ProductRow> = (field) => {
    const key = FILTERED.find((name) => name === field);
    return key === undefined ? null : (row) => row[key] ?? "";
  };
  const meets = filterOf(filter, column, fieldNotInFilter);
  const compare = orderOf(record(params, "order"), column, fieldNotInOrder);
  const rows = pageOfMany(portal.state.productRows.values(), meets, compare, integer(params, "start") ?? 0);
  const { result, ...counted } = rows;
  return { result: { productRows: result.map(view) }, ...counted };
}

const FILTERED = [
  "id",
  "ownerId",
  "ownerType",
  "productId",
  "productName",
  "price",
  "quantity",
  "sort",
  "xmlId",
] as const;

function called(call: Call): ProductRow {
  const row = call.portal.state.productRows.get(integer(call.params, "id") ?? 0);
  if (row === undefined) throw ITEM_NOT_FOUND;
  ownerOfRow(call, row);
  return row;
}

function ownerIn(call: Call, given: Params): Owner {
  const owner = ownerOf(call.portal.state, text(given, "ownerType"), integer(given, "ownerId") ?? 0);
  return allowed(call, owner);
}

function ownerOfRow(call: Call, { ownerType, ownerId }: ProductRow): Owner {
  return allowed(call, ownerOf(call.portal.state, ownerType, ownerId));
}

function allowed({ portal, caller }: Call, owner: Owner | null): Owner {
  if (owner === null) throw OWNER_NOT_FOUND;
  if (!isAccessible(portal.state, owner.record, caller.user)) throw ITEM_ACCESS_DENIED;
  return owner;
}

function view(row: ProductRow): Record<string, unknown> {
  return { ...row, priceAccount: row.price };
}
