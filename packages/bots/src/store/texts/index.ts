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
