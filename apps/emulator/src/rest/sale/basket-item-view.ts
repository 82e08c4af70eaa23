import { defaultStore } from "../../catalog/stock.ts";
import { reservedBy, withoutTaken } from "../../sale/order-stock.ts";
import type { CatalogRow } from "../../state/catalog.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Place } from "../catalog/table.ts";
import type { Call } from "../method.ts";
import type { Params } from "../params.ts";

/** How long stock is kept for an order. */
const RESERVED_MS = 3 * 24 * 3600 * 1000;

/** A position of a basket; alone and just written with its properties and what is reserved for it. */
export function basketItemView(call: Call, item: CatalogRow, place: Place): Params {
  const shown = withoutTaken(item);
  return place === "many" ? shown : { ...shown, properties: properties(item), reservations: reservations(call, item) };
}

function properties(item: CatalogRow): Params[] {
  const codes = [
    { code: "CATALOG.XML_ID", name: "Catalog XML_ID", value: item["catalogXmlId"] },
    { code: "PRODUCT.XML_ID", name: "Product XML_ID", value: item["productXmlId"] },
  ];
  return codes.flatMap(({ code, name, value }, index) =>
    value === "" || value === undefined
      ? []
      : [{ basketId: item.id, code, id: (item.id - 1) * codes.length + index + 1, name, sort: 100, value, xmlId: "" }],
  );
}

function reservations({ portal }: Call, item: CatalogRow): Params[] {
  const quantity = reservedBy(item);
  if (quantity === 0 || !portal.state.products.has(Number(item["productId"]))) return [];
  const until = isoDate(new Date(Date.parse(String(item["dateInsert"])) + RESERVED_MS));
  return [
    {
      basketId: item.id,
      dateReserve: item["dateInsert"],
      dateReserveEnd: until,
      id: item.id,
      quantity,
      reservedBy: null,
      storeId: defaultStore(portal).id,
    },
  ];
}
