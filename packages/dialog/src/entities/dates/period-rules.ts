import { addDays, addMonths, dayOf, firstOfMonth, lastOfMonth, mondayOf, partsOf } from "../calendar.ts";
import { type AtomRule, type DatesContext, EDGE, END } from "./moment.ts";
import { offsetOf, OFFSET } from "./offsets.ts";

type Unit = "week" | "month" | "quarter" | "year";

const UNIT = "недел\\p{L}{1,2}|месяц\\p{L}{0,2}|квартал\\p{L}{0,2}|год(?:а|у|ом)?|week|month|quarter|year";
const WHOLE = new RegExp(
  `${EDGE}(?:за |в |на |in |for |during )?(?:the )?(?<offset>${OFFSET}) (?:календарн\\p{L}{2,3} )?(?<unit>${UNIT})${END}`,
  "gu",
);
const BESIDE = new RegExp(`${EDGE}(?:the )?week (?<side>before last|after next)${END}`, "gu");
const SINCE_START = new RegExp(
  `${EDGE}(?:с|since|from) (?:the )?(?:начала|start of|beginning of) (?:the |эт\\p{L}+ |this )?(?<unit>недели|месяца|квартала|года|week|month|quarter|year)${END}`,
  "gu",
);
const YEAR = "(?:,? ?(?:of )?(?<year>(?:19|20)\\d\\d)(?!\\d)(?: ?(?:год(?:а|у)?|г\\.?)(?!\\p{L}))?)?";
const QUARTER = new RegExp(
  `${EDGE}(?:(?<number>[1-4]|iv|i{1,3}|перв\\p{L}{2}|втор\\p{L}{2,3}|трет\\p{L}{2,4}|четверт\\p{L}{2,3}|first|second|third|fourth)(?:-?(?:й|ый|ий|го|ом|м|st|nd|rd|th))? (?:квартал\\p{L}{0,2}|кв\\.?|quarter)|q(?<q>[1-4]))(?![\\p{L}\\d])${YEAR}`,
  "gu",
);
const HALF_YEAR = new RegExp(
  `${EDGE}(?<half>[12]|i{1,2}|перв\\p{L}{2}|втор\\p{L}{2}|first|second)(?:-?(?:е|ое|го))? (?:полугоди\\p{L}|half of(?: the year)?)(?![\\p{L}\\d])${YEAR}`,
  "gu",
);
const YEAR_ALONE = new RegExp(
  `${EDGE}(?:(?:за|в|in|for|during) (?:the year |весь )?(?<cued>(?:19|20)\\d\\d)(?![\\d.,:/-]\\d|\\d)(?: ?год(?:а|у)?(?!\\p{L}))?|(?<named>(?:19|20)\\d\\d) ?год(?:а|у)?)${END}`,
  "gu",
);

/** Weeks, months, quarters and years as a whole. */
export const PERIOD_RULES: readonly AtomRule[] = [
  {
    pattern: BESIDE,
    read: ({ groups = {} }, { today }) => ({
      moment: periodOf("week", today, groups["side"] === "before last" ? -2 : 2),
    }),
  },
  {
    pattern: SINCE_START,
    read: ({ groups = {} }, { today }) => ({ moment: { ...periodOf(unitOf(groups["unit"]), today, 0), to: today } }),
  },
  {
    pattern: WHOLE,
    read: ({ groups = {} }, { today, direction }) => ({
      moment: periodOf(unitOf(groups["unit"]), today, offsetOf(groups["offset"], direction)),
    }),
  },
  {
    pattern: QUARTER,
    read: ({ groups = {} }, at) => {
      const quarter = quarterOf(groups["q"] ?? groups["number"]);
      const year = groups["year"] === undefined ? openYear(quarter, at) : Number(groups["year"]);
      const from = dayOf(year, 3 * quarter - 2, 1);
      return from === null ? null : { moment: { kind: "period", from, to: lastOfMonth(addMonths(from, 2)) } };
    },
  },
  {
    pattern: HALF_YEAR,
    read: ({ groups = {} }, at) => {
      const half = /^(?:1|i$|перв|first)/.test(groups["half"] ?? "") ? 1 : 2;
      const year = groups["year"] === undefined ? openYear(2 * half - 1, at) : Number(groups["year"]);
      return {
        moment: {
          kind: "period",
          from: `${year}-${half === 1 ? "01-01" : "07-01"}`,
          to: `${year}-${half === 1 ? "06-30" : "12-31"}`,
        },
      };
    },
  },
  {
    pattern: YEAR_ALONE,
    read: ({ groups = {} }) => {
      const year = groups["cued"] ?? groups["named"] ?? "";
      return { moment: { kind: "period", from: `${year}-01-01`, to: `${year}-12-31` } };
    },
  },
];

function periodOf(unit: Unit, today: string, offset: number) {
  if (unit === "week") {
    const from = addDays(mondayOf(today), 7 * offset);
    return { kind: "period", from, to: addDays(from, 6) } as const;
  }
  const months = unit === "month" ? 1 : unit === "quarter" ? 3 : 12;
  const { year, month } = partsOf(today);
  const first = dayOf(year, month - ((month - 1) % months), 1) ?? firstOfMonth(today);
  const from = addMonths(first, months * offset);
  return { kind: "period", from, to: addDays(addMonths(from, months), -1) } as const;
}

function openYear(quarter: number, { today, direction }: DatesContext): number {
  const { year, month } = partsOf(today);
  const now = Math.ceil(month / 3);
  if (direction === "past") return quarter <= now ? year : year - 1;
  return quarter >= now ? year : year + 1;
}

function unitOf(word = ""): Unit {
  if (/^(?:нед|week)/.test(word)) return "week";
  if (/^(?:мес|month)/.test(word)) return "month";
  return /^(?:кв|quarter)/.test(word) ? "quarter" : "year";
}

function quarterOf(word = ""): number {
  if (/^\d/.test(word)) return Number(word);
  const starts = [/^(?:i$|перв|first)/, /^(?:ii$|втор|second)/, /^(?:iii$|трет|third)/];
  const index = starts.findIndex((start) => start.test(word));
  return index < 0 ? 4 : index + 1;
}
