import type { Order } from "@botdeck/crm/orders";
import type { Line } from "@botdeck/dialog/dialogs";

/** Orders that are told of in one message. */
const MOST = 5;

/** Where an order stands, and the day that matters for it. */
export function statusLine({ number, status, expectedOn, items }: Order): Line {
  const names = items.map(({ name, article }) => name ?? article).join(", ");
  const hasDay = expectedOn === null ? "no" : "yes";
  return {
    text: "orderTold",
    values: { number, status, hasDay, day: expectedOn ?? "", hasItems: names === "" ? "no" : "yes", items: names },
  };
}

/** Where several orders stand, newest first. */
export const statusLines = (orders: readonly Order[]): Line[] => orders.slice(0, MOST).map(statusLine);
