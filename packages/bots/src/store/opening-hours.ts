import { whenOpen } from "@botdeck/core/working-time";
import type { Move } from "@botdeck/dialog";

import { orElse } from "./or-else.ts";
import type { StoreContext } from "./store-context.ts";

/** A Monday: only its name is used. */
const MONDAY = Date.UTC(2024, 0, 1, 12);
const DAY_MS = 86_400_000;

/** When people answer: now, and in the week. */
export function tellHours(ctx: StoreContext): Move {
  const { settings, t } = ctx;
  const open = whenOpen(settings, ctx.at);
  const now = open.isOpen
    ? t("hoursNow", { until: open.until })
    : open.day === null
      ? ""
      : t("hoursLater", { day: open.day, from: open.from });
  const names = new Intl.DateTimeFormat(ctx.language, { weekday: "short", timeZone: "UTC" });
  const week = settings.hours
    .map((shifts, index) => {
      const name = names.format(new Date(MONDAY + index * DAY_MS));
      return `${name} ${shifts.length === 0 ? t("dayOff") : shifts.join(", ")}`;
    })
    .join("; ");
  return ctx.say([t("hoursWeek", { week }), now, orElse(ctx)].filter((line) => line !== "").join("\n"));
}
