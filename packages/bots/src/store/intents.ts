import type { IntentDefinition } from "@botdeck/dialog";

import { storePhrases } from "./phrases/index.ts";
import { ABOUT_BOT, CANCEL, OPERATOR, ORDER_STATUS, PURCHASE, RETURN_POLICY } from "./rules.ts";
import type { StoreTextKey } from "./texts/index.ts";

type Intent = keyof typeof storePhrases;

type More = { title?: StoreTextKey; rules?: readonly RegExp[]; isCheap?: true; isTalk?: true };

const of = (intent: Intent, topic: string, more: More = {}) => ({
  examples: [...storePhrases[intent].en, ...storePhrases[intent].ru],
  topic,
  ...more,
});

/** What clients of a shop want, by the phrases they say it with. */
export const storeIntents = {
  // Rules are asked in this order: "am I talking to a human or a robot?" only asks, and a wish for a person goes before all others.
  aboutBot: of("aboutBot", "smalltalk", { isTalk: true, isCheap: true, rules: ABOUT_BOT }),
  operator: of("operator", "other", { title: "operatorTitle", rules: OPERATOR }),
  orderStatus: of("orderStatus", "order_status", { isCheap: true, title: "orderTitle", rules: ORDER_STATUS }),
  availability: of("availability", "availability", { isCheap: true, title: "availabilityTitle" }),
  productReturn: of("productReturn", "return", { isCheap: true, title: "returnTitle" }),
  purchase: of("purchase", "qualification", { isCheap: true, title: "purchaseTitle", rules: PURCHASE }),
  returnPolicy: of("returnPolicy", "return", { isCheap: true, rules: RETURN_POLICY }),
  workingHours: of("workingHours", "other", { isCheap: true, title: "hoursTitle" }),
  greeting: of("greeting", "smalltalk", { isTalk: true, isCheap: true }),
  thanks: of("thanks", "smalltalk", { isTalk: true, isCheap: true }),
  goodbye: of("goodbye", "smalltalk", { isTalk: true, isCheap: true }),
  deliveryInfo: of("deliveryInfo", "other"),
  paymentInfo: of("paymentInfo", "other"),
  warranty: of("warranty", "other"),
  complaint: of("complaint", "other"),
  job: of("job", "other"),
  otherRequest: of("otherRequest", "other"),
  yes: of("yes", "smalltalk", { isTalk: true }),
  no: of("no", "smalltalk", { isTalk: true, isCheap: true }),
  cancel: of("cancel", "smalltalk", { isTalk: true, rules: CANCEL }),
  back: of("back", "smalltalk", { isTalk: true }),
  oos: of("oos", "other"),
} satisfies Record<Intent, IntentDefinition>;

export type StoreIntent = keyof typeof storeIntents;
