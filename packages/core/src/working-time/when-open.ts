import { localOf, momentOf } from "./local-time.ts";
import { dayAfter, shiftsOn, type WorkingCalendar } from "./working-calendar.ts";

/** Whether people answer, until when, or from when again. Days and times are the shop's own. */
export type WhenOpen =
  | { isOpen: true; until: string }
  | { isOpen: false; day: string; from: string; opensAt: string }
  /** Nobody is at work in the next two weeks. */
  | { isOpen: false; day: null };

const MOST_DAYS = 14;

/**
 * @param at The moment asked about, ISO 8601.
 * @throws RangeError for a time zone that does not exist.
 */
export function whenOpen(calendar: WorkingCalendar, at: string): WhenOpen {
  const { timeZone } = calendar;
  const now = localOf(at, timeZone);
  for (let ahead = 0; ahead <= MOST_DAYS; ahead++) {
    const day = dayAfter(now.day, ahead);
    for (const { from, until } of shiftsOn(calendar, day)) {
      if (ahead === 0 && now.time >= until) continue;
      if (ahead === 0 && now.time >= from) return { isOpen: true, until };
      const opensAt = momentOf(day, from, timeZone);
      // A shift of the hour that clocks leave out is not worked.
      if (localOf(opensAt, timeZone).time < until) return { isOpen: false, day, from, opensAt };
    }
  }
  return { isOpen: false, day: null };
}
