import type { RepeatRule } from "../../state/calendar.ts";
import { integer, list, text, upperKeys, type Params } from "../params.ts";
import { readDay } from "./dates.ts";

const FREQUENCIES: RepeatRule["frequency"][] = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
const WEEK_DAYS = new Set(["SU", "MO", "TU", "WE", "TH", "FR", "SA"]);

/** `rrule` of an event; null for one that does not repeat. Bitrix24 docs: calendar-event-add. */
export function readRule(given: Params): RepeatRule | null {
  const fields = upperKeys(given);
  const frequency = FREQUENCIES.find((known) => known === text(fields, "FREQ").toUpperCase());
  if (frequency === undefined) return null;
  const until = readDay(text(fields, "UNTIL"));
  const weekDays = list(fields, "BYDAY")
    .flatMap((day) => String(day).split(","))
    .filter((day) => WEEK_DAYS.has(day));
  return {
    frequency,
    interval: Math.max(integer(fields, "INTERVAL") ?? 1, 1),
    count: integer(fields, "COUNT"),
    weekDays: frequency === "WEEKLY" ? weekDays : [],
    until: until === null ? null : until.toISOString().slice(0, 10),
  };
}
