import { addDays, addMonths } from "../calendar.ts";
import { type AtomRule, EDGE, END, type Moment } from "./moment.ts";
import { COUNT, countOf } from "./number-words.ts";

/** Also as they are misspelt most. */
const DAYS_AWAY: readonly (readonly [number, string])[] = [
  [-3, "позапозавчера"],
  [-2, "поз[ао]вчера\\p{L}{0,4}|pozavchera|(?:the )?day before yesterday"],
  [2, "после ?завтра\\p{L}{0,4}|poslezavtra|(?:the )?day after tomm?orr?ow"],
  [-1, "вчера|вчира|вчерашн\\p{L}{2,3}(?: дня)?|vchera|yesterday|last night"],
  [1, "завтра|зафтра|завтро|завтрашн\\p{L}{2,3}(?: дня)?|zavtra|tomm?orr?ow|tmrw"],
  [
    0,
    "сегодня|севодня|сегодняшн\\p{L}{2,3}(?: (?:дня|день))?|настоящее время|сей день|segodnya|today|tonight|this (?:morning|evening|afternoon)",
  ],
];

type Length = { days: number; months: number };
type Groups = Record<string, string | undefined>;

const UNITS: readonly (readonly [string, Length])[] = [
  ["день|дня|дней|дн\\.?|сут(?:ки|ок)|days?|nights?", { days: 1, months: 0 }],
  ["недел(?:ю|я|и|ь|ю)|недельк\\p{L}|weeks?", { days: 7, months: 0 }],
  ["fortnight", { days: 14, months: 0 }],
  ["полтора месяца", { days: 15, months: 1 }],
  ["полторы недели", { days: 10, months: 0 }],
  ["месяц(?:а|ев)?|months?", { days: 0, months: 1 }],
  ["полгода|half a year", { days: 0, months: 6 }],
  ["год(?:а)?|лет|years?", { days: 0, months: 12 }],
];

const UNIT = `(?:${UNITS.map(([source]) => source).join("|")})`;
const UNIT_PATTERNS = UNITS.map(([source, length]) => [new RegExp(`^(?:${source})$`, "u"), length] as const);
/** `две недели`, `10 calendar days`, `недели две`. */
const AMOUNT = `(?:(?:(?<count>${COUNT})[- ]?)?(?:календарн\\p{L}{2,3} |calendar )?(?<unit>${UNIT})(?!\\p{L})(?: (?<countBehind>${COUNT})(?= (?:тому )?назад))?)`;

const AGO = new RegExp(`${EDGE}${AMOUNT} (?:тому )?(?:назад|nazad|ago|back|before now)(?: today)?${END}`, "gu");
const AHEAD = new RegExp(
  `${EDGE}(?:через|спустя|in|after) ${AMOUNT}${END}|${EDGE}${AMOUNT.replaceAll("?<", "?<x")} from (?:now|today)${END}`,
  "gu",
);
/** `days ago` without a count, or with `a few` before it, names no day. */
const MANY = /^(?:дн\.?|дня|дней|сут(?:ки|ок)|лет|недели|недель|месяца|месяцев|года|days|nights|weeks|months|years)$/;
const LAST_OF = new RegExp(
  `${EDGE}(?:за )?(?:the )?(?:последн\\p{L}{1,3}|крайн\\p{L}{1,3}|last|past) ${AMOUNT}${END}`,
  "gu",
);
const COMING_OF = new RegExp(
  `${EDGE}(?:the )?(?:ближайш\\p{L}{1,3}|следующ\\p{L}{1,3}|next) (?<count>${COUNT}) (?<unit>${UNIT})${END}`,
  "gu",
);
const LASTING = new RegExp(`${EDGE}${AMOUNT}${END}`, "gu");

/** Days counted from today. */
export const RELATIVE_RULES: readonly AtomRule[] = [
  {
    pattern: AGO,
    read: ({ groups = {} }, { today }) => movedDay(today, groups, -1),
  },
  {
    pattern: AHEAD,
    read: ({ groups = {} }, { today }) => movedDay(today, groups, 1),
  },
  ...DAYS_AWAY.map(([days, words]): AtomRule => ({
    pattern: new RegExp(`${EDGE}(?:${words})${END}`, "gu"),
    read: (_match, { today }) => ({ moment: { kind: "day", date: addDays(today, days), orElse: null } }),
  })),
  {
    pattern: LAST_OF,
    read: ({ 0: text, groups = {} }, { today }) => {
      // `last week` is one of the calendar; `last 2 weeks` and `за последнюю неделю` end today.
      if (groups["count"] === undefined && !/последн|крайн/.test(text)) return null;
      return { moment: { kind: "period", from: addDays(moved(today, lengthOf(groups), -1), 1), to: today } };
    },
  },
  {
    pattern: COMING_OF,
    read: ({ groups = {} }, { today }) => ({
      moment: { kind: "period", from: today, to: addDays(moved(today, lengthOf(groups), 1), -1) },
    }),
  },
];

export const LENGTH_RULE: AtomRule = {
  pattern: LASTING,
  read: ({ groups = {} }) => ({ moment: { kind: "length", ...lengthOf(groups) }, weak: true }),
};

function movedDay(today: string, groups: Groups, sign: 1 | -1): { moment: Moment } {
  const counted = groups["count"] ?? groups["xcount"] ?? groups["countBehind"];
  if (counted === undefined && MANY.test(groups["unit"] ?? groups["xunit"] ?? "")) return { moment: { kind: "none" } };
  return { moment: { kind: "day", date: moved(today, lengthOf(groups), sign), orElse: null } };
}

/** The day that lies a length before (-1) or behind (1) another. */
export function moved(day: string, length: Length, sign: 1 | -1): string {
  return addDays(addMonths(day, sign * length.months), sign * length.days);
}

function lengthOf(groups: Groups): Length {
  const unit = groups["unit"] ?? groups["xunit"] ?? "";
  const count = countOf(groups["count"] ?? groups["xcount"] ?? groups["countBehind"]);
  const one = UNIT_PATTERNS.find(([pattern]) => pattern.test(unit))?.[1] ?? { days: 0, months: 0 };
  return { days: one.days * count, months: one.months * count };
}
