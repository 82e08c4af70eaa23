import { isShipped, itemsOfBasket, itemsOfShipment } from "../../sale/order-parts.ts";
import { saveOrder } from "../../sale/save-order.ts";
import type { CatalogRow } from "../../state/catalog.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { documentedFields } from "../catalog/documented-fields.ts";
import { refused, type Place, type Table } from "../catalog/table.ts";
import type { Call } from "../method.ts";
import type { Params } from "../params.ts";
import { checkRequired, errorsOf, settableBy } from "./errors.ts";

/** What of a basket travels in a shipment. Bitrix24 docs: api-reference/sale/shipment-item. */
export const SHIPMENT_ITEM: Table = {
  prefix: "sale.shipmentitem",
  scope: "sale",
  one: "shipmentItem",
  many: "shipmentItems",
  verbs: ["add", "get", "list", "update", "delete"],
  rows: (state) => state.shipmentItems,
  series: "shipmentItem",
  fields: documentedFields("sale.shipmentitem.get", "shipmentItem"),
  errors: errorsOf("201240400001", "shipment item"),
  isSettable: settableBy("sale.shipmentitem.getFields", "shipmentItem"),
  fill({ portal }, given) {
    checkRequired(given, ["orderDeliveryId", "basketId", "quantity"]);
    const { shipments, basketItems } = portal.state;
    const shipment = shipments.get(Number(given["orderDeliveryId"]));
    const item = basketItems.get(Number(given["basketId"]));
    if (shipment === undefined || item === undefined || shipment["orderId"] !== item["orderId"])
      throw refused("The shipment and the basket item have to be of one order");
    checkQuantity(portal.state, item, Number(given["quantity"]));
    return { dateInsert: isoDate(portal.now()), reservedQuantity: 0 };
  },
  change({ portal }, given, before) {
    checkRequired(given, ["quantity"]);
    const item = portal.state.basketItems.get(Number(before["basketId"]));
    if (item !== undefined) {
      checkQuantity(portal.state, item, Number(given["quantity"]) - Number(before["quantity"]));
    }
    return given;
  },
  afterWrite: settle,
  view: (call, row) => shipmentItemView(call, row),
  beforeDelete({ portal }, row) {
    if (isShipped(portal.state, row)) throw refused("The shipment is already shipped. Undo it first.");
  },
  afterDelete: settle,
};

/** A shipment; alone and just written with what travels in it. */
export function shipmentView(call: Call, shipment: CatalogRow, place: Place): Params {
  if (place === "many") return shipment;
  const items = itemsOfShipment(call.portal.state, shipment.id);
  return { ...shipment, shipmentItems: items.map((item) => shipmentItemView(call, item)) };
}

/** Stock is kept for what is not yet shipped. */
function shipmentItemView({ portal: { state } }: Call, row: CatalogRow): Params {
  return { ...row, reservedQuantity: isShipped(state, row) ? 0 : row["quantity"] };
}

function settle({ portal, caller }: Call, row: CatalogRow): void {
  const shipment = portal.state.shipments.get(Number(row["orderDeliveryId"]));
  if (shipment !== undefined) saveOrder(portal, Number(shipment["orderId"]), caller.user.id);
}

/** No more travels than is in the basket. @param more Above what travels already. */
function checkQuantity(state: Call["portal"]["state"], item: CatalogRow, more: number): void {
  const travels = itemsOfBasket(state, item.id).reduce((sum, row) => sum + Number(row["quantity"] ?? 0), 0);
  if (travels + more > Number(item["quantity"] ?? 0)) throw refused("The basket does not hold so many");
}
