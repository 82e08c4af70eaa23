import type { IntentDefinition } from "@botdeck/dialog";

import { storePhrases } from "./phrases/index.ts";
import type { StoreTextKey } from "./texts/index.ts";

type Intent = keyof typeof storePhrases;

const of = (intent: Intent, topic: string, more: { title?: StoreTextKey; rules?: readonly RegExp[] } = {}) => ({
  examples: [...storePhrases[intent].en, ...storePhrases[intent].ru],
  topic,
  ...more,
});

/** What clients of a shop want, by the phrases they say it with. */
export const storeIntents = {
  orderStatus: of("orderStatus", "order_status", { title: "orderTitle" }),
  availability: of("availability", "availability", { title: "availabilityTitle" }),
  productReturn: of("productReturn", "return", { title: "returnTitle" }),
  purchase: of("purchase", "qualification", { title: "purchaseTitle" }),
  operator: of("operator", "other", { title: "operatorTitle" }),
  workingHours: of("workingHours", "other", { title: "hoursTitle" }),
  greeting: of("greeting", "smalltalk"),
  thanks: of("thanks", "smalltalk"),
  goodbye: of("goodbye", "smalltalk"),
  aboutBot: of("aboutBot", "smalltalk"),
  deliveryInfo: of("deliveryInfo", "other"),
  paymentInfo: of("paymentInfo", "other"),
  warranty: of("warranty", "other"),
  complaint: of("complaint", "other"),
  job: of("job", "other"),
  otherRequest: of("otherRequest", "other"),
  yes: of("yes", "smalltalk"),
  no: of("no", "smalltalk"),
  cancel: of("cancel", "smalltalk"),
  back: of("back", "smalltalk"),
  oos: of("oos", "other"),
} satisfies Record<Intent, IntentDefinition>;

export type StoreIntent = keyof typeof storeIntents;
