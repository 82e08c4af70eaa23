import { DEAL, LEAD, type EntityKind } from "../../crm/entity-kind.ts";
import { replaceRows, rowsOf, sumUp } from "../../crm/product-rows.ts";
import type { ProductRow } from "../../state/crm.ts";
import { camelKey } from "../../wire/key-case.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { list, record } from "../params.ts";
import { INVALID_ID, notAnArray } from "./fault.ts";
import { recordOf } from "./old-entity.ts";
import { readProductRow } from "./read-product-row.ts";

const SCOPES = ["crm"];

/** Products of leads and deals, the old way. Bitrix24 docs: crm.lead.productrows.set. */
export const productRowMethods: RestMethod[] = [LEAD, DEAL].flatMap((kind): RestMethod[] => {
  const name = `crm.${kind.code.toLowerCase()}.productrows`;
  const missing = { id: INVALID_ID, rows: notAnArray("rows") };
  return [
    { name: `${name}.get`, scopes: SCOPES, missing, run: (call) => get(call, kind) },
    { name: `${name}.set`, scopes: SCOPES, missing, run: (call) => set(call, kind) },
  ];
});

function get(call: Call, kind: EntityKind): Answer {
  const owner = recordOf(call, kind);
  return { result: rowsOf(call.portal.state, kind, owner.id).map(oldProductRow) };
}

/** An empty list takes all rows away. */
function set(call: Call, kind: EntityKind): Answer {
  const { state } = call.portal;
  const owner = recordOf(call, kind);
  if (call.params["rows"] === undefined) throw notAnArray("rows");
  const given = list(call.params, "rows").map((row) => {
    const fields = Object.entries(record({ row }, "row")).map(([key, value]) => [camelKey(key), value] as const);
    return readProductRow(Object.fromEntries(fields), null);
  });
  replaceRows(state, kind, owner.id, given);
  sumUp(call.portal, kind, owner, call.caller.user.id);
  return TRUE;
}

function oldProductRow(row: ProductRow): Record<string, unknown> {
  return {
    ID: String(row.id),
    OWNER_ID: String(row.ownerId),
    OWNER_TYPE: row.ownerType,
    PRODUCT_ID: row.productId,
    PRODUCT_NAME: row.productName,
    ORIGINAL_PRODUCT_NAME: row.productName,
    PRODUCT_DESCRIPTION: null,
    PRICE: row.price,
    PRICE_EXCLUSIVE: row.priceExclusive,
    PRICE_NETTO: row.priceNetto,
    PRICE_BRUTTO: row.priceBrutto,
    PRICE_ACCOUNT: row.price.toFixed(8),
    QUANTITY: row.quantity,
    DISCOUNT_TYPE_ID: row.discountTypeId,
    DISCOUNT_RATE: row.discountRate,
    DISCOUNT_SUM: row.discountSum,
    TAX_RATE: row.taxRate,
    TAX_INCLUDED: row.taxIncluded,
    CUSTOMIZED: row.customized,
    MEASURE_CODE: row.measureCode,
    MEASURE_NAME: row.measureName,
    SORT: row.sort,
    XML_ID: row.xmlId,
    TYPE: row.type,
    STORE_ID: row.storeId,
    RESERVE_ID: null,
    DATE_RESERVE_END: null,
    RESERVE_QUANTITY: null,
  };
}
