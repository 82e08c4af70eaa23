/** Days as `2026-11-21`, both of them in it, each in the time zone of the portal that is looked at. */
export type FigurePeriod = { from: string; to: string };

const DAY_MS = 86_400_000;
/** A client who does not come back within so many days was helped for good. */
export const DURABLE_DAYS = 7;

/** Its whole months, by their first days, and the days around them. */
export function partsOf({ from, to }: FigurePeriod): { months: FigurePeriod | null; days: FigurePeriod[] } {
  const first = from.endsWith("-01") ? from : monthAfter(from);
  const end = monthAfter(plusDays(to, 1), 0);
  if (first >= end) return { months: null, days: [{ from, to }] };
  const around = [
    { from, to: plusDays(first, -1) },
    { from: end, to },
  ];
  return {
    months: { from: first, to: monthAfter(end, -1) },
    days: around.filter((part) => part.from <= part.to),
  };
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

function monthAfter(day: string, months = 1): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}
