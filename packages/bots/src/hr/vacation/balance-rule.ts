import { dayAfter, type WorkingCalendar, workDaysIn } from "@botdeck/core/working-time";

import type { AbsenceFacts, AbsenceKind, AbsenceSpan } from "../services.ts";

/** How many days people have, and what is taken from them. */
export type BalanceRule = {
  daysPerYear: number;
  countedKinds: readonly AbsenceKind[];
  daysAre: "calendar" | "working";
  calendar: WorkingCalendar;
};

/** What is left of a year before days are taken, and how many these are. */
export type YearBalance = { year: string; left: number; needed: number };

const TAKEN: readonly AbsenceFacts["state"][] = ["requested", "approved", "over"];
const HALF = 0.5;

/** How many days these are; half a day is 0.5. */
export function countDays(span: AbsenceSpan, { daysAre, calendar }: Pick<BalanceRule, "daysAre" | "calendar">): number {
  const { fromDay, toDay, fromNoon, untilNoon } = span;
  const isCounted = (day: string) => daysAre === "calendar" || workDaysIn(calendar, { from: day, to: day }) > 0;
  const days =
    daysAre === "calendar" ? calendarDays(fromDay, toDay) : workDaysIn(calendar, { from: fromDay, to: toDay });
  return days - (fromNoon && isCounted(fromDay) ? HALF : 0) - (untilNoon && isCounted(toDay) ? HALF : 0);
}

/**
 * What the days that are asked for take from each year that they touch; none for a kind that is not counted.
 *
 * @param others All that the person has in these years; what was refused or taken back does not count, nor `asked` itself.
 */
export function balancesOf(
  asked: AbsenceSpan & { id?: string; kind: AbsenceKind },
  others: readonly AbsenceFacts[],
  rule: BalanceRule,
): YearBalance[] {
  if (!rule.countedKinds.includes(asked.kind)) return [];
  return yearsOf(asked).map((year) => {
    const inYear = (span: AbsenceSpan) => countDays(clipped(span, year), rule);
    return {
      year,
      left: leftIn(
        year,
        others.filter(({ id }) => id !== asked.id),
        rule,
      ),
      needed: inYear(asked),
    };
  });
}

/** How many days somebody still has in a year. */
export function leftIn(year: string, taken: readonly AbsenceFacts[], rule: BalanceRule): number {
  const counted = taken.filter(
    (each) => TAKEN.includes(each.state) && rule.countedKinds.includes(each.kind) && yearsOf(each).includes(year),
  );
  return rule.daysPerYear - counted.reduce((sum, each) => sum + countDays(clipped(each, year), rule), 0);
}

/** The first year in which the days do not suffice. */
export const shortOf = (balances: readonly YearBalance[]): YearBalance | null =>
  balances.find(({ left, needed }) => needed > left) ?? null;

function clipped(span: AbsenceSpan, year: string): AbsenceSpan {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return {
    fromDay: span.fromDay < first ? first : span.fromDay,
    toDay: span.toDay > last ? last : span.toDay,
    fromNoon: span.fromNoon && span.fromDay >= first,
    untilNoon: span.untilNoon && span.toDay <= last,
  };
}

function yearsOf({ fromDay, toDay }: Pick<AbsenceSpan, "fromDay" | "toDay">): string[] {
  const [first, last] = [Number(fromDay.slice(0, 4)), Number(toDay.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

function calendarDays(from: string, to: string): number {
  let count = 0;
  for (let day = from; day <= to; day = dayAfter(day, 1)) count += 1;
  return count;
}
