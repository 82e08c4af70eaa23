import { causes } from "@botdeck/core/faults/ru";

import type { faults as english } from "./en.ts";

export const faults: typeof english = {
  portalWords: "Слова портала",
  ourWords: "Сообщение полностью",
  retried: "Попытка повторится сама.",
  causes,
};
