/** When people of a place work. */
export type WorkingCalendar = {
  timeZone: string;
  /** By day of the week from Monday: shifts such as `10:00-19:00`. */
  hours: readonly (readonly string[])[];
  /** Days on which nobody works, `YYYY-MM-DD`. */
  holidays: readonly string[];
  /** Days off of the week that are worked, as Monday is. */
  workDays?: readonly string[] | undefined;
};

export type Shift = { from: string; until: string };

/** The shifts of a calendar day, the earliest first; none on a day off. */
export function shiftsOn({ hours, holidays, workDays = [] }: WorkingCalendar, day: string): Shift[] {
  if (holidays.includes(day)) return [];
  const usual = hours[weekdayOf(day)] ?? [];
  return (usual.length === 0 && workDays.includes(day) ? (hours[0] ?? []) : usual)
    .map((shift) => ({ from: shift.slice(0, 5), until: shift.slice(6) }))
    .toSorted((one, other) => one.from.localeCompare(other.from));
}

export const isWorkDay = (calendar: WorkingCalendar, day: string): boolean => shiftsOn(calendar, day).length > 0;

const DAY_MS = 86_400_000;

/** The calendar day so many days later. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** From Monday, 0. */
const weekdayOf = (day: string): number => (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
