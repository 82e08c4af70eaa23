import type { Order, OrderSource } from "./order-source.ts";

const DAY_MS = 86_400_000;

/** Number, state, and days from today. */
const DEMO_ORDERS: [string, Order["status"], number][] = [
  ["A-1042", "on_its_way", 1],
  ["A-1043", "packed", 3],
  ["A-1044", "delivered", -2],
  ["A-1045", "accepted", 5],
];

/** A handful of orders for the demo portal and the tests, with days that move along with the clock given. */
export function createDemoOrders(now: () => Date): OrderSource {
  return {
    async find(number) {
      const found = DEMO_ORDERS.find(([each]) => each === number);
      if (!found) return null;
      const day = new Date(now().getTime() + found[2] * DAY_MS).toISOString().slice(0, 10);
      return { number, status: found[1], day };
    },
  };
}
