import { announce } from "../events/app-events.ts";
import type { Portal } from "../portal.ts";
import type { CatalogRow } from "../state/catalog.ts";
import { isoDate } from "../wire/iso-date.ts";
import { basketOf, paymentsOf, shipmentsOf } from "./order-parts.ts";
import { settleStock } from "./order-stock.ts";
import { orderSums } from "./order-sums.ts";

/**
 * Brings an order in line with its basket, payments and shipments after any of them changed, and tells applications.
 * Does nothing for an order that there is not.
 */
export function saveOrder(portal: Portal, orderId: number, userId: number): void {
  const { state } = portal;
  const order = state.orders.get(orderId);
  if (order === undefined) return;
  settleStock(portal, order);
  const parts = [basketOf(state, orderId), paymentsOf(state, orderId), shipmentsOf(state, orderId)] as const;
  const saved: CatalogRow = {
    ...order,
    ...orderSums(Number(order["price"] ?? 0), ...parts),
    dateUpdate: isoDate(portal.now()),
    version: Number(order["version"] ?? 0) + 1,
  };
  state.orders.set(orderId, saved);
  announce(portal, "ONSALEORDERSAVED", savedData(saved, "save"), userId);
  announce(portal, "ONORDERENTITYSAVED", { FIELDS: { ID: orderId } }, userId);
}

/** Bitrix24 docs: api-reference/sale/events/on-sale-order-saved. */
export function savedData(row: CatalogRow, ACTION: "save" | "delete"): object {
  return { FIELDS: { ID: row.id, XML_ID: row["xmlId"] ?? "", ACTION } };
}
