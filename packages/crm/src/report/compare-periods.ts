import type { DealTotals } from "./sum-report.ts";

/** `percent` is null where there was nothing before: nothing grows by a share of nothing. */
export type Change = { before: number; now: number; percent: number | null };

export type PeriodChange = {
  count: Change;
  won: Change;
  lost: Change;
  /** Each currency that is in one of the two. */
  sums: readonly (Change & { currency: string })[];
  wonSums: readonly (Change & { currency: string })[];
};

/** What is different from the period before. */
export function comparePeriods(now: DealTotals, before: DealTotals): PeriodChange {
  return {
    count: changeOf(before.count, now.count),
    won: changeOf(before.won, now.won),
    lost: changeOf(before.lost, now.lost),
    sums: byCurrency(now, before, "amount"),
    wonSums: byCurrency(now, before, "wonAmount"),
  };
}

const changeOf = (before: number, now: number): Change => ({
  before,
  now,
  percent: before === 0 ? null : Math.round(((now - before) / before) * 100),
});

function byCurrency(now: DealTotals, before: DealTotals, part: "amount" | "wonAmount") {
  const currencies = new Set([...now.sums, ...before.sums].map(({ currency }) => currency));
  const of = ({ sums }: DealTotals, wanted: string) => sums.find(({ currency }) => currency === wanted)?.[part] ?? 0;
  return [...currencies].map((currency) => ({ currency, ...changeOf(of(before, currency), of(now, currency)) }));
}

const DAY_MS = 86_400_000;

/** Days of a period, `YYYY-MM-DD`, both included. */
export type ReportDays = { from: string; to: string };

/** The period before one: whole months before whole months, else as many days as it has. */
export function daysBefore({ from, to }: ReportDays): ReportDays {
  const before = dayAt(Date.parse(from) - DAY_MS);
  const months = monthsIn(from, to);
  if (months > 0) {
    const [year = 0, month = 1] = from.split("-").map(Number);
    return { from: new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10), to: before };
  }
  return { from: dayAt(Date.parse(from) - (Date.parse(to) - Date.parse(from)) - DAY_MS), to: before };
}

/** How many whole calendar months these days are; 0 when they are none. */
function monthsIn(from: string, to: string): number {
  const [year = 0, month = 1] = from.split("-").map(Number);
  const next = new Date(Date.parse(to) + DAY_MS);
  if (!from.endsWith("-01") || next.getUTCDate() !== 1) return 0;
  return (next.getUTCFullYear() - year) * 12 + next.getUTCMonth() + 1 - month;
}

const dayAt = (ms: number) => new Date(ms).toISOString().slice(0, 10);
