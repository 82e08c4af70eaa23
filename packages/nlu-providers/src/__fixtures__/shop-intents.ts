import type { CostGuard } from "../openai/cost-guard.ts";
import type { KnownIntent } from "../known-intent.ts";

export const SHOP_INTENTS: readonly KnownIntent[] = [
  { name: "order_status", title: "Where is my order", examples: ["где мой заказ", "where is my order", "when will it come"] },
  { name: "return", title: "Return or exchange", examples: ["хочу вернуть", "I want a refund", "как оформить возврат"] },
  { name: "operator", examples: ["позовите человека", "a human please"] },
  { name: "oos", examples: ["какая сегодня погода", "tell me a joke"] },
];

/** A budget without an end. */
export const NO_LIMIT: CostGuard = { take: () => Promise.resolve(true), correct: () => {} };

export const failureOf = (work: unknown): Promise<unknown> =>
  Promise.resolve(work).then(
    () => "no failure",
    (error: unknown) => error,
  );
