/** Hours in which people answer. */
export type OpeningHours = {
  timeZone: string;
  /** By day of the week from Monday: shifts such as `10:00-19:00`. */
  hours: readonly (readonly string[])[];
  /** Days on which nobody answers, `YYYY-MM-DD`. */
  holidays: readonly string[];
};

/** Whether people answer, until when, or from when again. Days and times are the shop's own. */
export type WhenOpen =
  | { isOpen: true; until: string }
  | { isOpen: false; day: string; from: string; opensAt: string }
  /** Nobody is at work in the next two weeks. */
  | { isOpen: false; day: null };

const DAY_MS = 86_400_000;
const MOST_DAYS = 14;

/**
 * @param at The moment asked about, ISO 8601.
 * @throws RangeError for a time zone that does not exist.
 */
export function whenOpen({ timeZone, hours, holidays }: OpeningHours, at: string): WhenOpen {
  const now = localOf(at, timeZone);
  for (let ahead = 0; ahead <= MOST_DAYS; ahead++) {
    const day = new Date(Date.parse(`${now.day}T12:00:00Z`) + ahead * DAY_MS).toISOString().slice(0, 10);
    if (holidays.includes(day)) continue;
    for (const { from, until } of shiftsOf(hours[weekdayOf(day)] ?? [])) {
      if (ahead === 0 && now.time >= until) continue;
      if (ahead === 0 && now.time >= from) return { isOpen: true, until };
      const opensAt = momentOf(day, from, timeZone);
      // A shift of the hour that clocks leave out is not worked.
      if (localOf(opensAt, timeZone).time < until) return { isOpen: false, day, from, opensAt };
    }
  }
  return { isOpen: false, day: null };
}

const shiftsOf = (shifts: readonly string[]) =>
  shifts
    .map((shift) => ({ from: shift.slice(0, 5), until: shift.slice(6) }))
    .toSorted((one, other) => one.from.localeCompare(other.from));

/** From Monday, 0. */
const weekdayOf = (day: string): number => (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;

/** Calendar day and time of day somewhere. */
export function localOf(at: string, timeZone: string): { day: string; time: string } {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  const [day = "", time = ""] = format.format(new Date(at)).split(" ");
  return { day, time };
}

/** The moment at which it is that time there. The zone's offset is found by looking, again where clocks change in between. */
function momentOf(day: string, time: string, timeZone: string): string {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const near = asUtc - offsetMsAt(asUtc, timeZone);
  const moment = asUtc - offsetMsAt(near, timeZone);
  // Of the hour that clocks leave out, the next one is meant.
  const missedMs = asUtc - (moment + offsetMsAt(moment, timeZone));
  return new Date(moment + missedMs).toISOString();
}

function offsetMsAt(moment: number, timeZone: string): number {
  const there = localOf(new Date(moment).toISOString(), timeZone);
  return Date.parse(`${there.day}T${there.time}:00Z`) - moment;
}
