import type { Translate } from "@botdeck/dialog";

import type { AbsenceSpan } from "../services.ts";

type DayTexts = Translate<"daysOne" | "daysHalf" | "daysMany">;

/** Days as people write them. */
export function daysInWords(t: DayTexts, { fromDay: from, toDay: to, fromNoon, untilNoon }: AbsenceSpan): string {
  if (from !== to) return t("daysMany", { from, to });
  if (fromNoon === untilNoon) return t("daysOne", { from });
  return t("daysHalf", { from, half: untilNoon ? "first" : "second" });
}
