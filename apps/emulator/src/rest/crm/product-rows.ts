import { DEAL, LEAD, type EntityKind } from "../../crm/entity-kind.ts";
import { replaceRows, rowsOf, sumUp } from "../../crm/product-rows.ts";
import type { ProductRow } from "../../state/crm.ts";
import { camelKey } from "../../wire/key-case.ts";
import { TRUE, type Answer, type Call, type RestMethod } from "../method.ts";
import { list, record, text, type Params } from "../params.ts";
import { badRequest, type RestError } from "../rest-error.ts";
import { recordOf } from "./old-entity.ts";
import { readProductRow } from "./read-product-row.ts";

const SCOPES = ["crm"];
const INVALID_OWNER = badRequest("", "The parameter id is invalid or not defined.");
const NO_ROWS = badRequest("", "The parameter rows must be array.");

/** Products of leads and deals, the old way. Bitrix24 docs: crm.lead.productrows.set. */
export const productRowMethods: RestMethod[] = [LEAD, DEAL].flatMap((kind): RestMethod[] => {
  const name = `crm.${kind.code.toLowerCase()}.productrows`;
  const missing = { id: INVALID_OWNER, rows: NO_ROWS };
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
  if (call.params["rows"] === undefined) throw NO_ROWS;
  const given = list(call.params, "rows").map((row) => {
    const fields = Object.entries(record({ row }, "row")).map(([key, value]) => [camelKey(key), value] as const);
    const given = Object.fromEntries(fields);
    checkDiscount(given);
    return readProductRow(given, null);
  });
  replaceRows(state, kind, owner.id, given);
  sumUp(call.portal, kind, owner, call.caller.user.id);
  return TRUE;
}

/** A row that says how it is discounted has to say by how much. */
function checkDiscount(given: Params): void {
  const has = (name: string): boolean => text(given, name) !== "";
  const type = text(given, "discountTypeId");
  if (type === "1" && !has("discountSum")) throw noDiscount("Discount Sum (DISCOUNT_SUM)", "Monetary", "");
  if (type !== "2") return;
  if (!has("discountRate")) throw noDiscount("Discount Rate (DISCOUNT_RATE)", "Percentage", "");
  if (Number(given["discountRate"]) === 100 && !has("discountSum")) {
    throw noDiscount("Discount Sum (DISCOUNT_SUM)", "Percentage", " and Discount Rate (DISCOUNT_RATE) is 100%");
  }
}

function noDiscount(field: string, type: string, and: string): RestError {
  const when = `${type} Discount Type (DISCOUNT_TYPE_ID) is defined${and}`;
  return badRequest("ERROR_CORE", `${field} is required if ${when}<br>`);
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
