import { dayOf, lastOfMonth } from "../calendar.ts";
import { type AtomRule, EDGE, NO_UNIT, type Order } from "./moment.ts";

const NO_MORE = String.raw`(?!\d|[.,/:]\d|-\d{1,2}-)`;

/** `2026-08-15`, also with a time behind. */
const YEAR_FIRST = new RegExp(`${EDGE}(?<!-)(\\d{4})([-./])(\\d{1,2})\\2(\\d{1,2})(?![\\d])(?!\\2\\d)`, "gu");
/** `25.06.2026`, `01/07/26`, `3-7-2026`; two digits for the year only behind points and strokes. */
const WITH_YEAR = new RegExp(
  `${EDGE}(\\d{1,2})( ?\\. ?|/|-| )(\\d{1,2})\\2(\\d{4}|\\d{2}(?!\\d))(?!\\d)(?![.,/]\\d)`,
  "gu",
);
/** `15.07`, `15/07`. */
const DAY_AND_MONTH = new RegExp(
  `${EDGE}(?<![$€£₽№#] ?)(?<!верси\\p{L} )(?<!version )(\\d{1,2})([./])(\\d{1,2})${NO_MORE}${NO_UNIT}`,
  "gu",
);
/** `2026-06`, `06.2026`, `6/2026`: a month as a whole. */
const MONTH_BEHIND_YEAR = new RegExp(`${EDGE}(?<![№#] ?|\\p{L}-)(20\\d\\d)[-./](0?[1-9]|1[0-2])(?!\\d|[-./]\\d)`, "gu");
const MONTH_BEFORE_YEAR = new RegExp(
  `${EDGE}(?<![№#] ?|\\p{L}-)(0?[1-9]|1[0-2])[./](20\\d\\d)(?!\\d|[.,/:]\\d)${NO_UNIT}`,
  "gu",
);
const DAY_LIKE =
  /(?:^|[^\p{L}])(?:с|со|по|до|от|к|from|to|till|until|since|on|by|(?:купил|брал|взял|заказал|оплатил|получил)\p{L}?) $/u;

/** Dates in digits. Points and hyphens mean day first; strokes mean month first in English, with the other way as `orElse`. */
export const NUMERIC_RULES: readonly AtomRule[] = [
  {
    pattern: YEAR_FIRST,
    read: ([, year, , month, day]) => dated(Number(year), Number(month), Number(day), false),
  },
  {
    pattern: WITH_YEAR,
    read: ({ index, 1: first, 2: separator, 3: second, 4: year = "" }, { language }, plain) => {
      if ((separator === " " || separator === "-") && year.length < 4) return null;
      if (separator === "-" && plain[index - 1] === "-") return null;
      const swaps = language === "en" && (separator === "/" || separator === "-");
      return dated(fullYear(year), Number(second), Number(first), swaps);
    },
  },
  {
    pattern: DAY_AND_MONTH,
    read: (match, { language }, plain) => {
      const [, first = "", separator, second = ""] = match;
      const named = dayOfYear(Number(second), Number(first), language === "en" && separator === "/");
      if (!named) return null;
      // `1.5` is rather one and a half.
      const decimal = second.length === 1;
      const sure = !decimal || DAY_LIKE.test(plain.slice(Math.max(0, match.index - 12), match.index));
      return { moment: named, weak: !sure };
    },
  },
  { pattern: MONTH_BEHIND_YEAR, read: ([, year, month]) => wholeMonth(Number(year), Number(month)) },
  { pattern: MONTH_BEFORE_YEAR, read: ([, month, year]) => wholeMonth(Number(year), Number(month)) },
];

function wholeMonth(year: number, month: number) {
  const from = dayOf(year, month, 1);
  return from === null ? null : { moment: { kind: "period", from, to: lastOfMonth(from) } as const };
}

function dated(year: number, month: number, day: number, swaps: boolean) {
  if (year < 1900 || year > 2100) return null;
  const [straight, swapped] = [dayOf(year, month, day), swaps ? dayOf(year, day, month) : null];
  // English speakers put the month first.
  const date = swapped ?? straight;
  if (!date) return null;
  const other = swapped && straight && swapped !== straight ? straight : null;
  return { moment: { kind: "day", date, orElse: other, ...orderOf(swaps, straight, swapped) } as const };
}

/** Where both ways are open nothing is told; 13/07 tells that days come first, 07/13 that months do. */
function orderOf(swaps: boolean, straight: unknown, swapped: unknown): { order?: Order } {
  if (!swaps || (Boolean(straight) && Boolean(swapped))) return {};
  return { order: straight ? "day" : "month" };
}

/** Checked in a leap year: whether the year meant has a 29.02 is seen later. */
function dayOfYear(month: number, day: number, swaps: boolean) {
  const straight = dayOf(2024, month, day) ? { month, day } : null;
  const swapped = swaps && dayOf(2024, day, month) ? { month: day, day: month } : null;
  const named = swapped ?? straight;
  if (!named) return null;
  const orElse = swapped && straight && month !== day ? straight : null;
  return { kind: "dayOfYear", ...named, orElse, ...orderOf(swaps, straight, swapped) } as const;
}

function fullYear(digits: string): number {
  if (digits.length === 4) return Number(digits);
  return Number(digits) + (Number(digits) > 70 ? 1900 : 2000);
}
