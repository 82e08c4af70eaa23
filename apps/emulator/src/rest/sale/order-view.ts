import { basketOf, paymentsOf, shipmentsOf } from "../../sale/order-parts.ts";
import type { CatalogRow } from "../../state/catalog.ts";
import type { Place } from "../catalog/table.ts";
import type { Call } from "../method.ts";
import { list, type Params } from "../params.ts";
import { basketItemView } from "./basket-item-view.ts";
import { shipmentView } from "./shipment-item.ts";

/** What an order shows beside its own fields. */
export const RELATED: ReadonlySet<string> = new Set([
  "basketItems",
  "clients",
  "payments",
  "propertyValues",
  "requisiteLink",
  "shipments",
  "tradeBindings",
]);
/** What of that stands in the answer to a change. */
const SHOWN_WHEN_WRITTEN: ReadonlySet<string> = new Set(["clients", "requisiteLink"]);

/** An order alone comes with all that belongs to it, in a list with its own fields only. */
export function orderView(call: Call, order: CatalogRow, place: Place): Params {
  const { state } = call.portal;
  const clients = list(order, "clients").map((client) => Object.assign({}, client, { orderId: order.id }));
  if (place === "one") {
    return {
      ...order,
      clients,
      tradeBindings: [tradeBinding(order.id)],
      basketItems: basketOf(state, order.id).map((item) => inOrder(basketItemView(call, item, "one"))),
      payments: paymentsOf(state, order.id),
      shipments: shipmentsOf(state, order.id).map((shipment) => shipmentView(call, shipment, "one")),
    };
  }
  const isShown = (name: string): boolean =>
    !RELATED.has(name) || (place === "written" && SHOWN_WHEN_WRITTEN.has(name));
  return Object.fromEntries(Object.entries({ ...order, clients }).filter(([name]) => isShown(name)));
}

/** All orders of the portal come from its one shop. */
function tradeBinding(orderId: number): Params {
  const numbers = { id: orderId, orderId, externalOrderId: String(orderId), tradingPlatformId: "1" };
  return { ...numbers, params: null, tradingPlatformXmlId: "shop", xmlId: "" };
}

/** Inside an order a position's numbers are texts. Bitrix24 docs: sale.order.get. */
function inOrder(item: Params): Params {
  return { ...item, id: String(item["id"]), orderId: String(item["orderId"]) };
}
