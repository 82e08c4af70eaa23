import { dayAfter, localOf, momentOf, whenOpen, type WorkingCalendar } from "@botdeck/core/working-time";

import type { Preference } from "./preference.ts";

/** When people of the portal work, and its time zone for whoever has chosen no other. */
export type DeliverySettings = WorkingCalendar;

/** Why somebody is left in peace: their own quiet hours, or time off work. */
export type Quiet = "quiet_hours" | "off_work";

type Workday = Pick<Preference, "followsWorkday" | "isWorkdayClosed">;
type Wishes = Pick<Preference, "timeZone" | "quietHours" | "isQuietOffWork">;

/** Nobody knows when a working day begins: whether it has is looked at again after this, in milliseconds. */
const WORKDAY_AGAIN_MS = 10 * 60_000;
/** Whoever has not one loud moment in so many stretches of quiet has none. */
const MOST_STRETCHES = 40;

export const timeZoneOf = ({ timeZone }: Pick<Wishes, "timeZone">, settings: DeliverySettings): string =>
  timeZone ?? settings.timeZone;

/** Why this person is left in peace at a moment; null when they are not. */
export function quietAt(wishes: Wishes, settings: DeliverySettings, at: Date): Quiet | null {
  if (quietHoursEnd(wishes, settings, at) !== null) return "quiet_hours";
  return workBegins(wishes, settings, at) === null ? null : "off_work";
}

/**
 * The first moment from here on that is not quiet. Where quiet hours and working hours leave none, the end of the quiet hours:
 * what is held has to come some day.
 */
export function loudFrom(wishes: Wishes, settings: DeliverySettings, from: Date): Date {
  let at = from;
  for (let stretch = 0; stretch < MOST_STRETCHES; stretch++) {
    const end = quietHoursEnd(wishes, settings, at) ?? workBegins(wishes, settings, at);
    if (end === null) return at;
    at = end;
  }
  return quietHoursEnd(wishes, settings, from) ?? from;
}

/** When it is looked at again whether somebody's working day has begun; null while it goes on, or does not matter. */
export function workdayAgainAt({ followsWorkday, isWorkdayClosed }: Workday, now: Date): Date | null {
  return followsWorkday && isWorkdayClosed ? new Date(now.getTime() + WORKDAY_AGAIN_MS) : null;
}

/** The next time that it is so late there. */
export function nextAt(time: string, timeZone: string, now: Date): Date {
  const today = localOf(now.toISOString(), timeZone).day;
  const ahead = [0, 1, 2].map((days) => new Date(momentOf(dayAfter(today, days), time, timeZone)));
  return ahead.find((moment) => moment > now) ?? now;
}

/** When the quiet hours end that a moment lies in; null outside of them. */
function quietHoursEnd({ quietHours, timeZone }: Wishes, settings: DeliverySettings, at: Date): Date | null {
  if (quietHours === null) return null;
  const { from, until } = quietHours;
  const zone = timeZoneOf({ timeZone }, settings);
  const { time } = localOf(at.toISOString(), zone);
  const isQuiet = from <= until ? from <= time && time < until : from <= time || time < until;
  return isQuiet ? nextAt(until, zone, at) : null;
}

/** When work begins again; null while people work, and where they never do. */
function workBegins(wishes: Wishes, settings: DeliverySettings, at: Date): Date | null {
  if (!wishes.isQuietOffWork) return null;
  const open = whenOpen({ ...settings, timeZone: timeZoneOf(wishes, settings) }, at.toISOString());
  return open.isOpen || open.day === null ? null : new Date(open.opensAt);
}
