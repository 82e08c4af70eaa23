import { addMonths, dayOf, lastOfMonth, partsOf } from "../calendar.ts";
import { type AtomRule, type DatesContext, EDGE, END, type Moment, NO_UNIT } from "./moment.ts";
import { isPlainMonth, MONTH, monthOf } from "./names.ts";
import { ORDINAL, ordinalOf } from "./number-words.ts";
import { offsetOf, OFFSET } from "./offsets.ts";

const DAY = `(?<day>\\d{1,2}(?:-?(?:го|ое|е|ого|му|st|nd|rd|th)(?!\\p{L}))?|${ORDINAL})`;
const YEAR = `(?:,? ?(?:of )?(?<year>(?:19|20)\\d\\d)(?!\\d|[.,:/]\\d)(?: ?(?:год(?:а|у)?|г\\.?)(?!\\p{L}))?|,? ?'?(?<shortYear>\\d\\d) ?(?:г(?:ода|оду|\\.)?)(?!\\p{L})|,? ?(?:of )?(?<yearOffset>${OFFSET}) (?:год(?:а|у)|year)${END})?`;

/** `15 июля`, `двадцать второго мая 2026 года`, `the 3rd of August`. */
const DAY_FIRST = new RegExp(`${EDGE}(?:the )?${DAY} ?(?:of )?(?<month>${MONTH})${YEAR}`, "gu");
/** `May 4`, `Aug 3rd, 2026`; in Russian a number behind a month counts something else. */
const MONTH_FIRST = new RegExp(
  `${EDGE}(?=[a-z])(?<month>${MONTH}),? ?(?:the )?${DAY}(?![\\p{L}\\d]|[.,:/]\\d)${NO_UNIT}${YEAR}`,
  "gu",
);
/** `10 числа следующего месяца`, `on the 5th of next month`. */
const OF_MONTH = new RegExp(
  `${EDGE}(?:the )?${DAY} ?(?:числа )?(?:of )?(?<monthOffset>${OFFSET}) (?:месяца|month)${END}`,
  "gu",
);
const NO_LENGTH = "(?! ?(?:дн|день|сут|недел|мес|лет|год|days?|weeks?|months?|years?|nights?))";
/** `15-го`, `15 числа`, `пятнадцатого числа`, `the 15th`. */
const SAID_DAY = new RegExp(
  `${EDGE}(?:(?<before>the )?${DAY})(?<behind> числ(?:а|о|у))?${END}${NO_UNIT}${NO_LENGTH}(?![.,:/]\\d)`,
  "gu",
);
/** `к концу мая`, `end of July`. */
const EDGE_OF_MONTH = new RegExp(
  `${EDGE}(?:в |the |at the )?(?<edge>кон(?:ец|це|ца|цу)|начал(?:о|е|а|у)|end|beginning|start) (?:of )?(?:the )?(?:(?<monthOffset>${OFFSET} )?(?:месяца|month)|(?<month>${MONTH})${YEAR})${END}`,
  "gu",
);
const MONTH_CUE = /(?:^|[^\p{L}])(?:in|for|during|of|since|за|в) $/u;
const WHOLE = "(?:(?:за |in )?(?:the )?(?:весь|всего|целый|all|whole|entire)(?: of)? (?:the )?(?:месяц |month of )?)";
const ONLY_MONTH = new RegExp(`${EDGE}(?<whole>${WHOLE})?(?<offset>${OFFSET} )?(?<month>${MONTH})${YEAR}${END}`, "gu");

/** Days and months that are named, in words or digits. */
export const NAMED_RULES: readonly AtomRule[] = [
  { pattern: EDGE_OF_MONTH, read: readEdge },
  // Where there is no such day, its month is not meant as a whole either.
  { pattern: DAY_FIRST, read: (match, at) => readDay(match, at) ?? { moment: { kind: "none" } } },
  { pattern: MONTH_FIRST, read: readDay },
  {
    pattern: OF_MONTH,
    read: ({ groups = {} }, at) => {
      const month = partsOf(addMonths(`${at.today.slice(0, 8)}01`, offsetOf(groups["monthOffset"], at.direction)));
      return onDay(dayOf(month.year, month.month, dayNumber(groups["day"])));
    },
  },
  {
    pattern: ONLY_MONTH,
    read: ({ index, groups = {} }, at, plain) => {
      const word = groups["month"] ?? "";
      const year = yearOf(groups, at.today);
      const sure =
        isPlainMonth(word) ||
        year !== null ||
        groups["whole"] !== undefined ||
        groups["offset"] !== undefined ||
        MONTH_CUE.test(plain.slice(Math.max(0, index - 8), index));
      const month = monthOf(word);
      const named =
        year ?? (groups["offset"] ? yearByOffset(month, offsetOf(groups["offset"], at.direction), at.today) : null);
      return { moment: named === null ? { kind: "month", month } : wholeMonth(named, month), weak: !sure };
    },
  },
];

/** A day of a month that is not named, tried when no longer reading of the number is left. */
export const SAID_DAY_RULE: AtomRule = {
  pattern: SAID_DAY,
  read: ({ groups = {} }) => {
    const { day = "", before, behind } = groups;
    const number = dayNumber(day);
    if (number < 1 || number > 31) return null;
    const said =
      behind !== undefined || /^\d+-?(?:го|ого)$/.test(day) || (before !== undefined && /\d(?:st|nd|rd|th)$/.test(day));
    return { moment: { kind: "dayOfMonth", day: number }, weak: !said };
  },
};

type Groups = Record<string, string | undefined>;

function readDay({ groups = {} }: { groups?: Groups }, at: { today: string }): { moment: Moment } | null {
  const [month, day] = [monthOf(groups["month"] ?? ""), dayNumber(groups["day"])];
  const year = yearOf(groups, at.today);
  if (year !== null) return onDay(dayOf(year, month, day));
  return dayOf(2024, month, day) ? { moment: { kind: "dayOfYear", month, day, orElse: null } } : null;
}

function readEdge({ index, groups = {} }: RegExpExecArray, at: DatesContext, plain: string): { moment: Moment } | null {
  const last = /^(?:кон|end)/.test(groups["edge"] ?? "");
  if (groups["month"] === undefined) {
    // `с начала месяца` is the time from there to now.
    if (!last && /(?:^|[^\p{L}])(?:с|since|from) $/u.test(plain.slice(Math.max(0, index - 7), index))) return null;
    const offset = groups["monthOffset"] === undefined ? 0 : offsetOf(groups["monthOffset"].trim(), at.direction);
    const day = addMonths(`${at.today.slice(0, 8)}01`, offset);
    return onDay(last ? lastOfMonth(day) : day);
  }
  const month = monthOf(groups["month"]);
  const year = yearOf(groups, at.today);
  // February ends on the 28th here: the year, and so whether it is a leap one, is open.
  const day = last ? partsOf(lastOfMonth(dayOf(year ?? 2025, month, 1) ?? at.today)).day : 1;
  return year === null ? { moment: { kind: "dayOfYear", month, day, orElse: null } } : onDay(dayOf(year, month, day));
}

function yearOf(groups: Groups, today: string): number | null {
  if (groups["year"] !== undefined) return Number(groups["year"]);
  if (groups["shortYear"] !== undefined) return 2000 + Number(groups["shortYear"]);
  if (groups["yearOffset"] === undefined) return null;
  return partsOf(today).year + offsetOf(groups["yearOffset"], "past");
}

/** `last June`, `next May`. */
function yearByOffset(month: number, offset: number, today: string): number {
  const now = partsOf(today);
  if (offset < 0) return month < now.month ? now.year : now.year - 1;
  return offset > 0 && month <= now.month ? now.year + 1 : now.year;
}

function wholeMonth(year: number, month: number): Moment {
  const from = dayOf(year, month, 1) ?? "";
  return { kind: "period", from, to: lastOfMonth(from) };
}

function onDay(date: string | null): { moment: Moment } | null {
  return date === null ? null : { moment: { kind: "day", date, orElse: null } };
}

function dayNumber(words = ""): number {
  return /^\d/.test(words) ? Number.parseInt(words, 10) : ordinalOf(words);
}
