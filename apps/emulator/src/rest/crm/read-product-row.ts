import { BY_PERCENT, type GivenProductRow } from "../../crm/product-rows.ts";
import type { ProductRow } from "../../state/crm.ts";
import { flag, integer, text, type Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";

const PIECE = { code: 796, name: "pcs" };

/**
 * A product row as it was given, over the one that is there.
 *
 * @param given Keys in camelCase.
 */
export function readProductRow(given: Params, current: ProductRow | null): GivenProductRow {
  const productId = integer(given, "productId") ?? current?.productId ?? 0;
  const productName = given["productName"] === undefined ? (current?.productName ?? "") : text(given, "productName");
  if (productId === 0 && productName === "") {
    throw badRequest("", "A product row needs a product or a name.");
  }
  return {
    productId,
    productName,
    price: number(given, "price") ?? current?.price ?? 0,
    quantity: number(given, "quantity") ?? current?.quantity ?? 1,
    discountTypeId: integer(given, "discountTypeId") ?? current?.discountTypeId ?? BY_PERCENT,
    discountRate: number(given, "discountRate") ?? current?.discountRate ?? null,
    discountSum: number(given, "discountSum") ?? current?.discountSum ?? null,
    taxRate: number(given, "taxRate") ?? current?.taxRate ?? null,
    taxIncluded: flag(given, "taxIncluded", current?.taxIncluded === "Y") ? "Y" : "N",
    measureCode: integer(given, "measureCode") ?? current?.measureCode ?? PIECE.code,
    measureName: text(given, "measureName") || (current?.measureName ?? PIECE.name),
    sort: integer(given, "sort") ?? current?.sort ?? null,
    xmlId: text(given, "xmlId") || (current?.xmlId ?? ""),
  };
}

/** null when it was not given. @throws RestError for something that is no number. */
function number(given: Params, name: string): number | null {
  const value = text(given, name).trim();
  if (value === "") return null;
  if (Number.isNaN(Number(value))) throw badRequest("", `The value of ${name} is not a number.`);
  return Number(value);
}
