import { lastOfMonth } from "../../entities/calendar.ts";
import { findPeriods } from "../../entities/day-parts/find-periods.ts";
import type { FoundPeriod, Period } from "../../entities/day-parts/period.ts";
import { folded } from "../../entities/spans.ts";
import type { Param } from "../param.ts";
import type { Meaning, ProblemReason } from "./problem.ts";
import type { Reading } from "./reading.ts";

type DaysParam = Extract<Param, { kind: "day" | "period" }>;

/** `с 15 июля` begins a period, `до пятницы` ends one, and the other end is not told. */
const OPEN_END = /(?:^|[^\p{L}])(?:с|со|начиная с|from|since|starting(?: on| from)?)(?: the)? $/u;
const OPEN_START = /(?:^|[^\p{L}])(?:до|по|until|till|up to)(?: the)? $/u;

/** Reads days and periods. `isAsked`: what is left may be nothing else, so a bare number is a day. */
export function readDays(reading: Reading, isAsked: boolean): void {
  const open = reading.open("day", "period");
  const [first] = open;
  if (first === undefined) return;
  const { today, language } = reading.at;
  const direction = first.direction ?? "future";
  const { found, faults } = findPeriods(reading.left, { today, language, direction, asked: isAsked });
  for (const { why, either, spans } of faults) {
    const param = reading.open("day", "period")[0] ?? null;
    const isTooLong = param?.kind === "day" && either.some(({ from, to }) => from !== to);
    const meanings = isTooLong ? [] : either.map((period) => meaningOf(param, period));
    reading.fault(param, isTooLong ? "not_one_day" : why, spans, meanings);
  }
  if (isTwoEnds(reading, found)) return nameTwoEnds(reading, first, found);
  for (const one of found) {
    const param = reading.open("day", "period")[0];
    if (param !== undefined) take(reading, param, one);
    // What goes with a fault needs no name of its own.
    else if (faults.length > 0) reading.pass(one.spans);
    else reading.fault(null, "one_too_many", one.spans);
  }
}

/** Two days and one period to be told: its ends, as likely as not. */
function isTwoEnds(reading: Reading, found: readonly FoundPeriod[]): boolean {
  const [first, last] = found.map(({ period }) => period);
  const isOneWanted = reading.open("day", "period").length === 1 && reading.open("period").length === 1;
  const isEach =
    found.length === 2 && found.every(({ period: { from, to, half } }) => from === to && half === undefined);
  return isOneWanted && isEach && first !== undefined && last !== undefined && first.to < last.from;
}

function nameTwoEnds(reading: Reading, param: DaysParam, found: readonly FoundPeriod[]): void {
  const [from = "", to = ""] = found.map(({ period }) => period.from);
  const spans = found.flatMap((one) => one.spans);
  reading.fault(param, "one_too_many", spans, [meaningOf(param, { from, to })]);
}

function take(reading: Reading, param: DaysParam, found: FoundPeriod): void {
  const { period, spans } = found;
  const why = param.kind === "day" ? dayFault(period) : openEndOf(reading.left, found);
  const { today } = reading.at;
  // Of what has been, an open end is today: `с 1 июня`.
  const isUntilNow = why === "no_end" && param.direction === "past" && period.from <= today;
  if (isUntilNow) reading.take(param, { ...period, to: today }, spans);
  else if (why === null) reading.take(param, valueOf(param, period), spans);
  else reading.fault(param, why, spans);
}

const dayFault = ({ from, to }: Period): ProblemReason | null => (from === to ? null : "not_one_day");

/** The end of a period that is not told; null where both are, or a day alone is meant. */
function openEndOf(text: string, { period: { from, to }, words, spans }: FoundPeriod): ProblemReason | null {
  // A month by its name alone is an end as a day is; `с 3 августа на две недели` says all.
  const isMonth = from.endsWith("-01") && lastOfMonth(from) === to && !/\d| на | for /u.test(words);
  if (from !== to && !isMonth) return null;
  const before = folded(text.slice(0, spans[0]?.start ?? 0));
  if (OPEN_END.test(before)) return "no_end";
  return OPEN_START.test(before) ? "no_start" : null;
}

const meaningOf = (param: DaysParam | null, period: Period): Meaning => ({
  value: param === null ? period : valueOf(param, period),
  instead: inDigits(period),
});

function valueOf({ kind }: DaysParam, period: Period) {
  if (kind === "period") return period;
  return { date: period.from, ...(period.half !== undefined && { half: period.half }) };
}

/** In digits that mean one thing only, as `readDays` reads them again. */
function inDigits({ from, to, half, fromNoon, untilNoon }: Period): string {
  if (half !== undefined) return `${from} ${half} half`;
  if (from === to) return from;
  return `${from}${fromNoon ? " second half" : ""} - ${to}${untilNoon ? " first half" : ""}`;
}
