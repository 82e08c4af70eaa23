import { localOf, momentOf } from "@botdeck/core/working-time";
import type { Recurrence } from "@botdeck/db";

/** No month is longer; a month's day that has passed comes within the next. */
const MOST_DAYS = 62;
const DAY_MS = 86_400_000;
const FRIDAY = 5;

/**
 * When it is time again, by the wall clock of a zone: at nine is at nine in summer and in winter.
 *
 * @param after The moment after which it is looked for.
 * @throws RangeError for a time zone that does not exist.
 */
export function nextTime(recurrence: Recurrence, timeZone: string, after: Date): Date {
  const { day: today } = localOf(after.toISOString(), timeZone);
  for (let ahead = 0; ahead <= MOST_DAYS; ahead++) {
    const noon = new Date(Date.parse(`${today}T12:00:00Z`) + ahead * DAY_MS);
    if (!isOn(recurrence, noon)) continue;
    const moment = new Date(momentOf(noon.toISOString().slice(0, 10), recurrence.at, timeZone));
    if (moment > after) return moment;
  }
  throw new RangeError(`There is no time for ${JSON.stringify(recurrence)}`);
}

/** @param noon Of a day, in UTC. */
function isOn(recurrence: Recurrence, noon: Date): boolean {
  const weekday = noon.getUTCDay() || 7;
  switch (recurrence.every) {
    case "day":
      return !recurrence.workDaysOnly || weekday <= FRIDAY;
    case "week":
      return weekday === recurrence.day;
    case "month": {
      // The 31st of a shorter month is its last day.
      const last = new Date(Date.UTC(noon.getUTCFullYear(), noon.getUTCMonth() + 1, 0)).getUTCDate();
      return noon.getUTCDate() === Math.min(recurrence.day, last);
    }
  }
}

/** Of all times that are over, the latest, and the first to come. @param since One that is over. */
export function timesAround(
  recurrence: Recurrence,
  timeZone: string,
  since: Date,
  now: Date,
): { dueAt: Date; nextAt: Date } {
  let [dueAt, nextAt] = [since, nextTime(recurrence, timeZone, since)];
  while (nextAt <= now) [dueAt, nextAt] = [nextAt, nextTime(recurrence, timeZone, nextAt)];
  return { dueAt, nextAt };
}
