import { crmAnswerTexts } from "../../crm-answers/texts.ts";
import { askTexts } from "./ask.ts";
import { viewTexts } from "./view.ts";

/** Everything the report bot and its workflow say. */
export const reportTexts = {
  en: { ...crmAnswerTexts.en, ...askTexts.en, ...viewTexts.en },
  ru: { ...crmAnswerTexts.ru, ...askTexts.ru, ...viewTexts.ru },
} as const;
export type ReportTextKey = keyof (typeof reportTexts)["en"];
