import { dayAfter, momentOf, type WorkingCalendar, workDayAfter } from "@botdeck/core/working-time";

const DAY_MS = 24 * 3_600_000;

export type WaitRules = {
  calendar: WorkingCalendar;
  remindAfterWorkDays: number;
  escalateAfterWorkDays: number;
  expireAfterDays: number;
};

/** Moments in milliseconds; null for what never comes. */
export type WaitPlan = { remindAt: number | null; escalateAt: number | null; expireAt: number; endsAt: number };

/**
 * When the approver is reminded, when somebody else is asked, and when it is too late.
 *
 * @param at Since when whoever is asked has not been heard of, in milliseconds.
 * @param openedAt When the request was made.
 */
export function planWait(
  { calendar, remindAfterWorkDays, escalateAfterWorkDays, expireAfterDays }: WaitRules,
  { at, openedAt, toDay }: { at: number; openedAt: number; toDay: string },
): WaitPlan {
  const workDays = (count: number): number | null => {
    const moment = workDayAfter(calendar, new Date(at).toISOString(), count);
    return moment === null ? null : Date.parse(moment);
  };
  const endsAt = endOf(toDay, calendar.timeZone);
  const given = openedAt + expireAfterDays * DAY_MS;
  return {
    remindAt: workDays(remindAfterWorkDays),
    escalateAt: workDays(escalateAfterWorkDays),
    // Days that have passed need nobody's word any more; those that had passed already when they were asked for do.
    expireAt: endsAt > openedAt ? Math.min(given, endsAt) : given,
    endsAt,
  };
}

/** The moment at which a calendar day is over there. */
const endOf = (day: string, timeZone: string): number => Date.parse(momentOf(dayAfter(day, 1), "00:00", timeZone));
