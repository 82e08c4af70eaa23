import type { CatalogRow } from "../state/catalog.ts";
import type { State } from "../state/state.ts";

export const basketOf = (state: State, orderId: number): CatalogRow[] => belonging(state.basketItems, orderId);
export const paymentsOf = (state: State, orderId: number): CatalogRow[] => belonging(state.payments, orderId);
export const shipmentsOf = (state: State, orderId: number): CatalogRow[] => belonging(state.shipments, orderId);

/** What travels in a shipment. */
export function itemsOfShipment(state: State, shipmentId: number): CatalogRow[] {
  return [...state.shipmentItems.values()].filter((item) => item["orderDeliveryId"] === shipmentId);
}

/** In which shipments a position of the basket travels. */
export function itemsOfBasket(state: State, basketId: number): CatalogRow[] {
  return [...state.shipmentItems.values()].filter((item) => item["basketId"] === basketId);
}

export function isShipped(state: State, item: CatalogRow): boolean {
  return state.shipments.get(Number(item["orderDeliveryId"]))?.["deducted"] === "Y";
}

/** The next number of an order's payment or shipment, such as `A-1042/2`. @param first Where the numbers begin. */
export function nextPartNumber(order: CatalogRow, parts: readonly CatalogRow[], first: number): string {
  const known = parts.map((part) => Number(String(part["accountNumber"]).split("/").at(-1)));
  return `${String(order["accountNumber"])}/${Math.max(first - 1, ...known) + 1}`;
}

function belonging(rows: Map<number, CatalogRow>, orderId: number): CatalogRow[] {
  return [...rows.values()].filter((row) => row["orderId"] === orderId);
}
