import { availabilityTexts } from "./availability.ts";
import { flowTexts } from "./flows.ts";
import { orderTexts } from "./order.ts";
import { returnTexts } from "./product-return.ts";
import { talkTexts } from "./talk.ts";

/** Everything the store's bot and its workflows say; a portal may word each of them its own way. */
export const storeTexts = {
  en: { ...orderTexts.en, ...availabilityTexts.en, ...returnTexts.en, ...flowTexts.en, ...talkTexts.en },
  ru: { ...orderTexts.ru, ...availabilityTexts.ru, ...returnTexts.ru, ...flowTexts.ru, ...talkTexts.ru },
} as const;

export type StoreTextKey = keyof (typeof storeTexts)["en"];

/** The same by what it is about, as people look for it. */
export const storeTextGroups = {
  talk: Object.keys(talkTexts.en),
  order: Object.keys(orderTexts.en),
  availability: Object.keys(availabilityTexts.en),
  return: [...Object.keys(returnTexts.en), ...Object.keys(flowTexts.en)],
} as const;
