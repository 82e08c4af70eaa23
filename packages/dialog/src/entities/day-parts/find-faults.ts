import { type DatesContext, EDGE, END } from "../dates/moment.ts";
import { MONTH } from "../dates/names.ts";
import { LENGTH_RULE } from "../dates/relative-rules.ts";
import { addDays, addMonths, firstOfMonth, lastOfMonth, mondayOf, partsOf } from "../calendar.ts";
import type { FoundDate, Span } from "../entities.ts";
import { folded } from "../spans.ts";
import type { Period, PeriodFault } from "./period.ts";

const BETWEEN_ENDS = /^(?: ?- ?| (?:по|до|to|till|until|through) (?:the )?| ?\.{2,3} ?)$/u;
/** Written like a day; whatever is one was read before. */
const LIKE_A_DAY = new RegExp(
  [
    String.raw`${EDGE}\d{4}-\d{1,2}(?:-\d{1,2})?(?!\d)`,
    String.raw`${EDGE}\d{1,2}[./]\d{1,2}(?:[./]\d{4}|[./]\d{2})?(?![\d])`,
    String.raw`${EDGE}\d{1,2}(?:-?(?:го|е|ое|st|nd|rd|th))? (?:of )?${MONTH}(?: \d{4})?${END}`,
    String.raw`${EDGE}(?=[a-z])${MONTH} \d{1,2}(?:st|nd|rd|th)?${END}`,
  ].join("|"),
  "gu",
);
const UNIT = new RegExp(
  `${EDGE}(?:(?:за|на|for|per|by) )?(?:(?:the|a) )?(?<unit>недел[яюи]|месяца?|квартала?|года?|week|month|quarter|year)${END}`,
  "gu",
);

/** Two days as the ends of a period that ends before it begins. */
export function backwardsIn(
  text: string,
  dates: readonly FoundDate[],
): { fault: PeriodFault; ends: readonly FoundDate[] }[] {
  const plain = folded(text);
  return dates.flatMap((last, index) => {
    const first = dates[index - 1];
    if (first === undefined || first.date <= last.date || !BETWEEN_ENDS.test(plain.slice(first.end, last.start)))
      return [];
    const either = [{ from: last.date, to: first.date }];
    const words = text.slice(first.start, last.end);
    const span = { start: first.start, end: last.end };
    return [{ fault: { why: "backwards", words, either, spans: [span] } as const, ends: [first, last] }];
  });
}

/** What is written like a day and is none, as `31.02`. @param rest The text without the days that were read. */
export const impossibleIn = (text: string, rest: string): PeriodFault[] =>
  spansOf(LIKE_A_DAY, rest).map((span) => faultAt(text, "no_such_day", span));

/** `две недели` without a beginning. */
export const lengthsIn = (text: string, rest: string): PeriodFault[] =>
  spansOf(LENGTH_RULE.pattern, rest)
    .filter(({ start, end }) => /\d|\s/.test(text.slice(start, end)))
    .map((span) => faultAt(text, "no_start", span));

/** A bare number that is a year gone by, where only a period is wanted. */
const YEAR = new RegExp(`${EDGE}20\\d\\d(?![\\p{L}\\d]|[.,:/-]\\d)`, "gu");

/** `2025`, as of a report. */
export const yearsIn = (
  text: string,
  rest: string,
  { direction }: DatesContext,
): { either: Period[]; spans: Span[] }[] =>
  direction === "future"
    ? []
    : spansOf(YEAR, rest).map((span) => {
        const year = text.slice(span.start, span.end);
        return { either: [{ from: `${year}-01-01`, to: `${year}-12-31` }], spans: [span] };
      });

/** `week` alone is this one, or the one before or behind it. */
export function unitsIn(text: string, rest: string, at: DatesContext): { either: Period[]; spans: Span[] }[] {
  return Array.from(folded(rest).matchAll(UNIT), ({ index, 0: words, groups = {} }) => {
    const other = at.direction === "past" ? -1 : 1;
    const unit = groups["unit"] ?? "";
    return {
      either: [0, other].map((offset) => calendarUnit(unit, at.today, offset)),
      spans: [{ start: index, end: index + words.length }],
    };
  });
}

/** A week, month, quarter or year of the calendar, so many on from today's. */
function calendarUnit(unit: string, today: string, offset: number): Period {
  if (/^(?:нед|week)/.test(unit)) {
    const from = addDays(mondayOf(today), 7 * offset);
    return { from, to: addDays(from, 6) };
  }
  const months = /^(?:мес|month)/.test(unit) ? 1 : /^(?:кв|quarter)/.test(unit) ? 3 : 12;
  const inUnit = (partsOf(today).month - 1) % months;
  const from = addMonths(firstOfMonth(today), months * offset - inUnit);
  return { from, to: lastOfMonth(addMonths(from, months - 1)) };
}

const spansOf = (pattern: RegExp, rest: string): Span[] =>
  Array.from(folded(rest).matchAll(pattern), ({ index, 0: words }) => ({ start: index, end: index + words.length }));

const faultAt = (text: string, why: PeriodFault["why"], span: Span): PeriodFault => ({
  why,
  words: text.slice(span.start, span.end),
  either: [],
  spans: [span],
});
