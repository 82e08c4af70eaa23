/** Days on which somebody is away. */
export type AbsenceDays = {
  /** First and last day, `YYYY-MM-DD`, both included. */
  fromDay: string;
  toDay: string;
  /** The first day is worked until noon. */
  fromNoon?: boolean;
  /** The last day is worked from noon. */
  untilNoon?: boolean;
};

const NOON = "12:00:00";

/** The times of an event that stands for these days: whole days have no time of day. */
export function timesOf(days: AbsenceDays, timeZone: string): { from: string; to: string; skip_time: string } & Zones {
  const { fromDay, toDay, fromNoon = false, untilNoon = false } = days;
  if (!fromNoon && !untilNoon) return { from: fromDay, to: toDay, skip_time: "Y" };
  return {
    from: `${fromDay}T${fromNoon ? NOON : "00:00:00"}`,
    to: `${toDay}T${untilNoon ? NOON : "23:59:00"}`,
    skip_time: "N",
    timezone_from: timeZone,
    timezone_to: timeZone,
  };
}

type Zones = { timezone_from?: string; timezone_to?: string };

const DAY_MS = 86_400_000;

/** So many days later; earlier when below 0. */
export function dayBeside(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
