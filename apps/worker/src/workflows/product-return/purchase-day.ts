const DAY_MS = 86_400_000;
const NUMERIC = /(?<!\d)(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?(?!\d)/;
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const DAYS_AGO = /(\d{1,3})\s*(?:days?|дн(?:я|ей)|день)/i;
const NAMED: [RegExp, number][] = [
  [/day before yesterday|позавчера/i, 2],
  [/yesterday|вчера/i, 1],
  [/today|сегодня/i, 0],
];

export type PurchaseDay = { ok: true; day: string; daysAgo: number } | { ok: false; problem: "unclear" | "future" };

/**
 * The calendar day a person means by "14.11.2026", "14.11", "2026-11-14", "yesterday" or "5 дней назад".
 *
 * @param today Any instant of today. Days are counted in UTC; a person east of it may be a day ahead, so tomorrow is
 *   taken too, as bought today.
 */
export function readPurchaseDay(text: string, today: Date): PurchaseDay {
  const midnight = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate());
  const day = dayOf(text, midnight);
  if (day === null) return { ok: false, problem: "unclear" };
  if (day > lastDay(midnight)) return { ok: false, problem: "future" };
  const daysAgo = Math.max(0, (midnight - day) / DAY_MS);
  return { ok: true, day: new Date(day).toISOString().slice(0, 10), daysAgo };
}

/** Today where the day begins first. */
const lastDay = (midnight: number) => midnight + DAY_MS;

function dayOf(text: string, midnight: number): number | null {
  const iso = ISO.exec(text);
  if (iso) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));

  const numeric = NUMERIC.exec(text);
  if (numeric) return numericDay(numeric, midnight);

  const ago = DAYS_AGO.exec(text);
  if (ago) return midnight - Number(ago[1]) * DAY_MS;

  const named = NAMED.find(([pattern]) => pattern.test(text));
  return named ? midnight - named[1] * DAY_MS : null;
}

/** A day without a year is the last one of that name: in January, "28.12" was in December. */
function numericDay([, day, month, year]: RegExpExecArray, midnight: number): number | null {
  if (year !== undefined)
    return calendarDay(year.length === 2 ? 2000 + Number(year) : Number(year), Number(month), Number(day));
  const latestYear = new Date(lastDay(midnight)).getUTCFullYear();
  const latest = calendarDay(latestYear, Number(month), Number(day));
  return latest !== null && latest > lastDay(midnight)
    ? calendarDay(latestYear - 1, Number(month), Number(day))
    : latest;
}

/** Null for a day no calendar has, such as 31.02. */
function calendarDay(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time : null;
}
