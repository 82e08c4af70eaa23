import { approvalTexts } from "./approval.ts";
import { listTexts } from "./lists.ts";
import { vacationTexts } from "./vacation.ts";

/** Everything the HR bot and its workflow say; a portal may word each of them its own way. */
export const hrTexts = {
  en: { ...vacationTexts.en, ...approvalTexts.en, ...listTexts.en },
  ru: { ...vacationTexts.ru, ...approvalTexts.ru, ...listTexts.ru },
} as const;

export type HrTextKey = keyof (typeof hrTexts)["en"];
