import type { TextCatalog } from "@botdeck/dialog";

import { talkTexts } from "./talk.ts";
import { toldTexts } from "./told.ts";

export type HelpdeskTextKey = keyof (typeof talkTexts)["en"] | keyof (typeof toldTexts)["en"];

export const helpdeskTexts: TextCatalog<HelpdeskTextKey> = {
  en: { ...talkTexts.en, ...toldTexts.en },
  ru: { ...talkTexts.ru, ...toldTexts.ru },
};
