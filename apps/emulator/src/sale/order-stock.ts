import { setStock } from "../catalog/stock.ts";
import type { Portal } from "../portal.ts";
import type { CatalogRow } from "../state/catalog.ts";
import { basketOf, isShipped, itemsOfBasket } from "./order-parts.ts";

/** What an order has taken of a product's stock so far; kept with the position of the basket and never shown. */
type Taken = { reserved: number; shipped: number };

const TAKEN = "stockTaken";
const NOTHING: Taken = { reserved: 0, shipped: 0 };

/** Reserves what an order holds, and takes off the stock what of it is shipped. A cancelled order holds nothing. */
export function settleStock(portal: Portal, order: CatalogRow): void {
  for (const item of basketOf(portal.state, order.id)) {
    const shipped = itemsOfBasket(portal.state, item.id)
      .filter((part) => isShipped(portal.state, part))
      .reduce((sum, part) => sum + Number(part["quantity"] ?? 0), 0);
    const open = Math.max(0, Number(item["quantity"] ?? 0) - shipped);
    take(portal, item, { shipped, reserved: order["canceled"] === "Y" ? 0 : open });
  }
}

/** Gives back what a position has reserved, before it goes. What was shipped stays shipped. */
export function releaseStock(portal: Portal, item: CatalogRow): void {
  take(portal, item, { ...takenBy(item), reserved: 0 });
}

export function reservedBy(item: CatalogRow): number {
  return takenBy(item).reserved;
}

/** A position as answers show it. */
export function withoutTaken({ [TAKEN]: _taken, ...shown }: CatalogRow): Record<string, unknown> {
  return shown;
}

function take(portal: Portal, item: CatalogRow, next: Taken): void {
  const { products, basketItems } = portal.state;
  const product = products.get(Number(item["productId"]));
  const before = takenBy(item);
  basketItems.set(item.id, { ...item, [TAKEN]: next });
  if (product === undefined || (before.reserved === next.reserved && before.shipped === next.shipped)) return;
  const quantityReserved = Number(product["quantityReserved"] ?? 0) + next.reserved - before.reserved;
  const held = next.reserved + next.shipped - before.reserved - before.shipped;
  const quantity = Number(product["quantity"] ?? 0) - held;
  products.set(product.id, { ...product, quantity, quantityReserved });
  setStock(portal, product.id, quantity + quantityReserved, quantityReserved);
}

function takenBy(item: CatalogRow): Taken {
  // safe: only this file writes it
  return (item[TAKEN] as Taken | undefined) ?? NOTHING;
}
