import { ensureCatalog } from "../../catalog/basics.ts";
import { itemsOfBasket, isShipped } from "../../sale/order-parts.ts";
import { releaseStock } from "../../sale/order-stock.ts";
import { saveOrder } from "../../sale/save-order.ts";
import type { CatalogRow } from "../../state/catalog.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { documentedFields } from "../catalog/documented-fields.ts";
import { refused, type Table } from "../catalog/table.ts";
import type { Call } from "../method.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { basketItemView } from "./basket-item-view.ts";
import { checkRequired, errorsOf, MAY_NOT_READ } from "./errors.ts";

/** Bitrix24 docs: api-reference/sale/basket-item, error codes. */
const BAD_DATA = "200140400007";
const WITHOUT_ORDER = "200140400008";
const ORDER_NOT_FOUND = "200140400009";
const OTHER_CURRENCY = "200140400011";

const LISTS: ReadonlySet<string> = new Set(["properties", "reservations"]);
const READ_ONLY: ReadonlySet<string> = new Set(["id", "dateInsert", "dateUpdate", ...LISTS]);
const IMMUTABLE: ReadonlySet<string> = new Set(["orderId", "productId", "currency"]);

/** Positions of baskets. Bitrix24 docs: api-reference/sale/basket-item. */
export const BASKET_ITEM: Table = {
  prefix: "sale.basketitem",
  scope: "sale",
  one: "basketItem",
  many: "basketItems",
  isCountedWhenWritten: true,
  rows: (state) => state.basketItems,
  series: "basketItem",
  prepare: ({ portal }) => void ensureCatalog(portal),
  fields: basketItemFields(),
  errors: errorsOf("200140400001", "basket item", MAY_NOT_READ),
  isSettable: (field, verb) => !READ_ONLY.has(field) && !(verb === "update" && IMMUTABLE.has(field)),
  fill,
  change: ({ portal }, given) => ({ ...given, dateUpdate: isoDate(portal.now()) }),
  afterWrite: ({ portal, caller }, row) => saveOrder(portal, Number(row["orderId"]), caller.user.id),
  view: basketItemView,
  beforeDelete({ portal }, item) {
    if (itemsOfBasket(portal.state, item.id).some((part) => isShipped(portal.state, part)))
      throw refused("The basket item is shipped. Undo the shipment first.");
    releaseStock(portal, item);
  },
  afterDelete({ portal, caller }, item) {
    for (const part of itemsOfBasket(portal.state, item.id)) portal.state.shipmentItems.delete(part.id);
    saveOrder(portal, Number(item["orderId"]), caller.user.id);
  },
};

function basketItemFields(): Params {
  const inOrder = documentedFields("sale.order.get", "order")["basketItems"];
  const shown: unknown = Array.isArray(inOrder) ? inOrder[0] : {};
  // safe: Bitrix24 docs: sale.order.get, a map of fields
  const all = { ...(shown as Params), id: 0, orderId: 0 };
  return Object.fromEntries(Object.entries(all).filter(([name]) => !LISTS.has(name)));
}

function fill(call: Call, given: Params): Params {
  const { portal } = call;
  if (given["orderId"] === undefined) throw badRequest(WITHOUT_ORDER, "Required fields: fields[ORDER_ID]");
  const order = portal.state.orders.get(Number(given["orderId"]));
  if (order === undefined) throw badRequest(ORDER_NOT_FOUND, "Order not found");
  checkRequired(given, ["productId", "currency", "quantity"]);
  if (given["currency"] !== order["currency"])
    throw badRequest(OTHER_CURRENCY, "Currency must be the currency of the order");
  const product = portal.state.products.get(Number(given["productId"]));
  if ((product === undefined && given["productId"] !== 0) || Number(given["quantity"]) <= 0)
    throw badRequest(BAD_DATA, "basket item is not saved - bad data");
  if (product === undefined) checkRequired(given, ["name"]);
  const at = isoDate(portal.now());
  return {
    ...known(call, product),
    ...given,
    customPrice: given["customPrice"] ?? "N",
    dateInsert: at,
    dateUpdate: at,
    lid: order["lid"],
    notes: "BASE",
    sort: given["sort"] ?? 100,
    ...prices(call, given),
  };
}

/** What the catalog tells of a product; the caller's own word counts more. Bitrix24 docs: sale.basketitem.add. */
function known({ portal: { state } }: Call, product: CatalogRow | undefined): Params {
  const [piece] = state.measures.values();
  const measure = state.measures.get(Number(product?.["measure"])) ?? piece;
  const sold = { canBuy: "Y", vatIncluded: "Y", weight: 0 };
  const measured = { measureCode: String(measure?.["code"] ?? ""), measureName: String(measure?.["symbol"] ?? "") };
  if (product === undefined) return { ...sold, ...measured };
  const weight = Number(product["weight"] ?? 0);
  const productXmlId = String(product["xmlId"] ?? "") || String(product.id);
  return { ...sold, ...measured, weight, productXmlId, name: product["name"], module: "catalog" };
}

/** Unless the price is the caller's own, the catalog knows it. Bitrix24 docs: sale.basketitem.add, `customPrice`. */
function prices({ portal }: Call, given: Params): Params {
  const { productId, currency } = given;
  const isPrice = (row: Params): boolean => row["productId"] === productId && row["currency"] === currency;
  const known = given["customPrice"] === "Y" ? undefined : [...portal.state.prices.values()].find(isPrice);
  if (known !== undefined) {
    const price = known["price"];
    const from = { priceTypeId: known["catalogGroupId"], productPriceId: known.id };
    return { price, basePrice: price, discountPrice: 0, ...from };
  }
  const price = given["price"] ?? given["basePrice"] ?? 0;
  return { price, basePrice: given["basePrice"] ?? price, discountPrice: given["discountPrice"] ?? 0 };
}
