import { findPeriods, type FoundPeriod, type Language, type Period } from "@botdeck/dialog";
import type { Line, Reading, Said } from "@botdeck/dialog/dialogs";

import type { AbsenceSpan } from "../services.ts";

const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

/** A period as days of an absence: of one day half may be meant, of several the first or the last may count in part. */
export const spanOf = ({ from, to, half, fromNoon, untilNoon }: Period): AbsenceSpan => ({
  fromDay: from,
  toDay: to,
  fromNoon: half === "second" || fromNoon === true,
  untilNoon: half === "first" || untilNoon === true,
});

/** Days that words name; what they leave open or get wrong is asked about by its name. */
export function readDays({ text, today, pressed }: Said, language: Language): Reading {
  if (isPeriod(pressed)) return { kind: "value", value: spanOf(pressed) };
  const { found, faults } = findPeriods(text, { today, language, direction: "future", asked: true });
  const [fault] = faults;
  if (fault !== undefined) {
    const line: Line = { text: FAULTS[fault.why], values: { words: fault.words } };
    const buttons = fault.either.map((period) => [{ ...dayButton(period), value: period }]);
    return { kind: "unclear", say: buttons.length > 0 ? { ...line, buttons } : line };
  }
  const [first] = found;
  if (first === undefined) return { kind: "unclear" };
  // "on 15, 16 and 17 July" is one absence, "on 15 and 20 July" is two.
  const span = spanIn(text, found, today);
  if (span === null) return { kind: "unclear", say: { text: "askDaysAgain" } };
  const days = (Date.parse(span.toDay) - Date.parse(span.fromDay)) / DAY_MS + 1;
  if (days > MOST_DAYS) return { kind: "unclear", say: { text: "daysLong", values: { days: first.words } } };
  return { kind: "value", value: span };
}

/** The same in words that are about something else as well; undefined where they leave anything open. */
export function findDays({ text, today }: Said, language: Language): AbsenceSpan | undefined {
  const { found, faults } = findPeriods(text, { today, language, direction: "future" });
  if (faults.length > 0 || found.length === 0) return undefined;
  return spanIn(text, found, today) ?? undefined;
}

const FAULTS = {
  two_ways: "daysTwoWays",
  no_such_day: "daysNoSuch",
  backwards: "daysBackwards",
  no_start: "daysNoStart",
  half_of_many: "daysHalfOfMany",
  no_day: "daysNoDay",
} as const;

function dayButton({ from, to, half }: Period) {
  if (half !== undefined) return { text: "daysHalf", values: { from, half } };
  return from === to ? { text: "daysOne", values: { from } } : { text: "daysMany", values: { from, to } };
}

const UNTIL = /(?<!\p{L})(?:до|по|until|till|through|to) $/iu;

/** The days that a text names, as one absence; null for days with a gap between them. "Until Friday" begins today. */
function spanIn(text: string, found: readonly FoundPeriod[], today: string): AbsenceSpan | null {
  const [only, ...others] = found;
  const start = only?.spans[0]?.start ?? 0;
  const isEnd = only !== undefined && others.length === 0 && UNTIL.test(text.slice(0, start));
  const { from, to, half } = only?.period ?? { from: "", to: "" };
  if (isEnd && from === to && half === undefined && from > today) return spanOf({ from: today, to });
  return joined(found.map(({ period }) => period));
}

/** Null for days with a gap between them. */
function joined(periods: readonly Period[]): AbsenceSpan | null {
  const [first, ...others] = periods.toSorted((one, other) => one.from.localeCompare(other.from));
  if (first === undefined) return null;
  if (others.length === 0) return spanOf(first);
  if (periods.some(({ half }) => half !== undefined)) return null;
  let { to } = first;
  for (const next of others) {
    if (Date.parse(next.from) - Date.parse(to) > DAY_MS) return null;
    if (next.to > to) to = next.to;
  }
  return spanOf({ from: first.from, to });
}

const isPeriod = (value: unknown): value is Period =>
  typeof value === "object" && value !== null && "from" in value && "to" in value;
