import { localOf, momentOf } from "./local-time.ts";
import { dayAfter, shiftsOn, type WorkingCalendar } from "./working-calendar.ts";

/** Nobody waits longer for people to be at work. */
const MOST_DAYS = 400;

type Stretch = { from: number; until: number };

/** The stretches of time in which people work, from a moment on; moments in milliseconds. */
function* stretchesFrom(calendar: WorkingCalendar, at: number): Generator<Stretch> {
  const { timeZone } = calendar;
  const today = localOf(new Date(at).toISOString(), timeZone).day;
  for (let ahead = 0; ahead <= MOST_DAYS; ahead++) {
    const day = dayAfter(today, ahead);
    for (const shift of shiftsOn(calendar, day)) {
      const from = Math.max(at, Date.parse(momentOf(day, shift.from, timeZone)));
      const until = Date.parse(momentOf(day, shift.until, timeZone));
      if (from < until) yield { from, until };
    }
  }
}

/**
 * The moment at which so much working time has passed.
 *
 * @param at ISO 8601.
 * @returns ISO 8601; null when the calendar has not so much of it within a year.
 * @throws RangeError for a time zone that does not exist.
 */
export function addWorkingTime(calendar: WorkingCalendar, at: string, workingMs: number): string | null {
  let left = workingMs;
  for (const { from, until } of stretchesFrom(calendar, Date.parse(at))) {
    if (left <= until - from) return new Date(from + left).toISOString();
    left -= until - from;
  }
  return null;
}

/** How much working time lies between two moments, in milliseconds; none when the second is not the later one. */
export function workingTimeBetween(calendar: WorkingCalendar, from: string, to: string): number {
  const end = Date.parse(to);
  let sum = 0;
  for (const stretch of stretchesFrom(calendar, Date.parse(from))) {
    if (stretch.from >= end) break;
    sum += Math.min(stretch.until, end) - stretch.from;
  }
  return sum;
}

/**
 * The beginning of work some working days later; of the next one for 1, whatever the time of day is.
 *
 * @returns ISO 8601; null when there are not so many within a year.
 */
export function workDayAfter(calendar: WorkingCalendar, at: string, workDays: number): string | null {
  const today = localOf(at, calendar.timeZone).day;
  let left = workDays;
  for (let ahead = 1; ahead <= MOST_DAYS; ahead++) {
    const day = dayAfter(today, ahead);
    const [first] = shiftsOn(calendar, day);
    if (first === undefined) continue;
    left -= 1;
    if (left === 0) return momentOf(day, first.from, calendar.timeZone);
  }
  return null;
}

/** How many days of a range are worked; both ends count. */
export function workDaysIn(calendar: WorkingCalendar, { from, to }: { from: string; to: string }): number {
  let count = 0;
  for (let day = from, steps = 0; day <= to && steps <= MOST_DAYS; day = dayAfter(day, 1), steps++) {
    if (shiftsOn(calendar, day).length > 0) count += 1;
  }
  return count;
}
