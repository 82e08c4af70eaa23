import type { FigureUnit } from "./grains.ts";

/** Days as `2026-11-21`, both of them in it, each in the time zone of the portal that is looked at. */
export type FigurePeriod = { from: string; to: string };

/** Days, or whole months by their first days, that are added, or taken away again. */
type FigurePart = FigurePeriod & { unit: FigureUnit; sign: 1 | -1 };

const DAY_MS = 86_400_000;
/** A client who does not come back within so many days was helped for good. */
export const DURABLE_DAYS = 7;

/**
 * What a period is added up from: its whole months, and the days around them. Of a month that lies in it by more than half it is
 * quicker to take the other days away; those to come have no visits yet, so that today's month is its own row.
 */
export function partsOf(period: FigurePeriod): FigurePart[] {
  const months = monthsOf(period).map((month) => {
    const last = plusDays(monthAfter(month), -1);
    const own = { from: later(period.from, month), to: earlier(period.to, last) };
    return { month, last, own, isTaken: daysIn(own) * 2 > daysIn({ from: month, to: last }) };
  });
  // Only the first and the last are cut, so that what is taken lies together.
  const taken = months.filter(({ isTaken }) => isTaken);
  const [first, last] = [taken.at(0), taken.at(-1)];
  const whole = first && last ? [{ from: first.month, to: last.month, unit: "month", sign: 1 } as const] : [];
  const around = months.filter(({ isTaken }) => !isTaken).map(({ own }) => ({ ...own, unit: "day", sign: 1 }) as const);
  const beside = taken.flatMap(({ month, last: end, own }) => [
    { from: month, to: plusDays(own.from, -1), unit: "day", sign: -1 } as const,
    { from: plusDays(own.to, 1), to: end, unit: "day", sign: -1 } as const,
  ]);
  return [...whole, ...around, ...beside].filter(({ from, to }) => from <= to);
}

/** The days before it, as many as it has. */
export function periodBefore({ from, to }: FigurePeriod): FigurePeriod {
  return { from: plusDays(from, -daysIn({ from, to })), to: plusDays(from, -1) };
}

/** Of a period, the days after which seven more have passed on every clock of the world, and a day in which it was noted; null when there are none. */
export function durablePartOf({ from, to }: FigurePeriod, now: Date): FigurePeriod | null {
  const last = plusDays(now.toISOString().slice(0, 10), -DURABLE_DAYS - 3);
  const end = to < last ? to : last;
  return from <= end ? { from, to: end } : null;
}

export const daysIn = ({ from, to }: FigurePeriod): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;

/** @param day An ISO day. */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

function monthsOf({ from, to }: FigurePeriod): string[] {
  const months = [];
  for (let month = monthOf(from); month <= to; month = monthAfter(month)) months.push(month);
  return months;
}

/** The first day of its month. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

function monthAfter(day: string): string {
  const date = new Date(`${monthOf(day)}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 10);
}

const earlier = (one: string, other: string) => (one < other ? one : other);
const later = (one: string, other: string) => (one > other ? one : other);
