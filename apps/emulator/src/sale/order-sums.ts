import type { CatalogRow } from "../state/catalog.ts";

/** What the parts of an order say of the whole. */
export type OrderSums = { price: number; taxValue: number; payed: "Y" | "N"; deducted: "Y" | "N" };

/** @param given The price an order was written with: it holds until there is something in the basket or to deliver. */
export function orderSums(
  given: number,
  basket: readonly CatalogRow[],
  payments: readonly CatalogRow[],
  shipments: readonly CatalogRow[],
): OrderSums {
  const deliveries = shipments.map((shipment) => number(shipment, "priceDelivery"));
  const isPriced = basket.length > 0 || deliveries.some((price) => price > 0);
  const price = isPriced ? rounded(sum([...basket.map(cost), ...deliveries])) : given;
  const paid = payments.filter((payment) => payment["paid"] === "Y" && payment["isReturn"] !== "Y");
  const isPaid = paid.length > 0 && rounded(sum(paid.map((payment) => number(payment, "sum")))) >= price;
  const isShipped = shipments.length > 0 && shipments.every((shipment) => shipment["deducted"] === "Y");
  return {
    price,
    taxValue: rounded(sum(basket.map(tax))),
    payed: isPaid ? "Y" : "N",
    deducted: isShipped ? "Y" : "N",
  };
}

/** A tax that is not in the price comes on top of it. */
function cost(item: CatalogRow): number {
  const net = number(item, "price") * number(item, "quantity");
  return item["vatIncluded"] === "N" ? net + tax(item) : net;
}

function tax(item: CatalogRow): number {
  const rate = number(item, "vatRate");
  const amount = number(item, "price") * number(item, "quantity");
  return item["vatIncluded"] === "N" ? amount * rate : (amount * rate) / (1 + rate);
}

function number(row: CatalogRow, field: string): number {
  return Number(row[field] ?? 0) || 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
