import { nextAt } from "@botdeck/notifications";

const HOUR_MS = 3_600_000;
const MORNING = "09:00";
const HOURS = new Map([
  ["hour", 1],
  ["day", 24],
  ["week", 7 * 24],
]);

/** When a silence ends that somebody asks for in a word, such as `4h` or `morning`. Null for a word that names no length. */
export function endOfSpan(span: string, { now, timeZone }: { now: Date; timeZone: string }): Date | null {
  if (span === "morning") return nextAt(MORNING, timeZone, now);
  const hours = HOURS.get(span) ?? Number(/^(\d{1,3})h$/.exec(span)?.[1] ?? 0);
  return hours === 0 ? null : new Date(now.getTime() + hours * HOUR_MS);
}
