import { blanked, without } from "../spans.ts";
import type { FoundDate, FoundRange, Span } from "../entities.ts";
import type { DatesContext } from "../dates/moment.ts";
import { readDates } from "../dates/read-dates.ts";
import { backwardsIn, impossibleIn, lengthsIn, unitsIn, yearsIn } from "./find-faults.ts";
import { type FoundHalf, findHalves } from "./find-halves.ts";
import type { FoundPeriod, Half, Period, PeriodFault } from "./period.ts";

export type Periods = { found: readonly FoundPeriod[]; faults: readonly PeriodFault[] };

/** Days or periods before it is known which half of them is meant. */
type Named = { either: readonly Period[]; spans: readonly Span[] };

/**
 * All days and periods that a text names, a single day as a period of one day, in the order of the text; and what is said
 * about days and cannot be acted on, with the reason. `asked`: the text answers the question for them.
 */
export function findPeriods(text: string, at: DatesContext): Periods {
  const halves = findHalves(text);
  // `this afternoon` is today as well.
  const struck = halves.filter(({ start }) => !/this $/i.test(text.slice(0, start)));
  const undivided = blanked(text, struck);
  const { dates, ranges } = readDates(undivided, at);
  const backwards = backwardsIn(text, dates);
  const ends = new Set(backwards.flatMap((pair) => pair.ends));
  const rest = without(undivided, [...dates, ...ranges]);
  const impossible = impossibleIn(text, rest);
  const left = without(
    rest,
    impossible.flatMap(({ spans }) => spans),
  );
  const hasNone = dates.length + ranges.length + impossible.length === 0;
  // A length or a unit beside a day says nothing new about it.
  const lengths = hasNone ? lengthsIn(text, left) : [];
  const units =
    hasNone && lengths.length === 0 && at.asked === true
      ? [...unitsIn(text, left, at), ...yearsIn(text, left, at)]
      : [];
  const all = [...dates.filter((date) => !ends.has(date)).map(ofDate), ...ranges.map(ofRange), ...units];
  const ordered = all.toSorted((one, other) => startOf(one.spans) - startOf(other.spans));
  return settle(text, ordered, halves, [...backwards.map(({ fault }) => fault), ...impossible, ...lengths]);
}

const ofDate = ({ date, orElse, ...span }: FoundDate): Named => ({
  either: [date, orElse].flatMap((day) => (day === null ? [] : [{ from: day, to: day }])),
  spans: [span],
});

const ofRange = ({ from, to, orElse, ...span }: FoundRange): Named => ({
  either: [{ from, to }, ...(orElse === undefined ? [] : [orElse])],
  spans: [span],
});

/** Gives each half to the day that stands nearest, and says what is still open. */
function settle(
  text: string,
  all: readonly Named[],
  halves: readonly FoundHalf[],
  before: readonly PeriodFault[],
): Periods {
  const found: FoundPeriod[] = [];
  const faults: PeriodFault[] = [...before];
  for (const named of all) {
    const own = halves.filter((half) => nearestTo(half, all) === named);
    const spans = [...named.spans, ...own].toSorted((one, other) => one.start - other.start);
    const words = text.slice(startOf(spans), endOf(spans));
    const isOneDay = named.either.every(({ from, to }) => from === to);
    const parts = isOneDay ? {} : partsOf(text, named, own);
    const either = isOneDay
      ? named.either.flatMap((period) => halvesOf(period, own))
      : named.either.map((period) => ({ ...period, ...parts }));
    if (parts === null) faults.push({ why: "half_of_many", words, either: [], spans });
    else if (either.length > 1) faults.push({ why: "two_ways", words, either, spans });
    else for (const period of either) found.push({ period, words, spans });
  }
  const dayless = all.length === 0 && before.length === 0 ? halves : [];
  faults.push(...dayless.map((half) => ofHalf(text, half)));
  return { found, faults };
}

const ofHalf = (text: string, { start, end }: FoundHalf): PeriodFault => ({
  why: "no_day",
  words: text.slice(start, end),
  either: [],
  spans: [{ start, end }],
});

/** What says that a half day begins a period, and not that it is the second half of a month. */
const NOON = /обед|полдн|полудн|lunch|noon|midday/iu;

/** `15 июля после обеда – 18 июля до обеда`: which ends of several days count in part only. Null for a half that is neither. */
function partsOf(
  text: string,
  { spans }: Named,
  said: readonly FoundHalf[],
): Pick<Period, "fromNoon" | "untilNoon"> | null {
  const begins = said.filter(({ half, start, end }) => {
    const isBefore = end <= startOf(spans) && NOON.test(text.slice(start, end));
    return half === "second" && (isBefore || (start >= startOf(spans) && end <= endOf(spans)));
  });
  const ends = said.filter(({ half, start }) => half === "first" && start >= endOf(spans));
  if (begins.length + ends.length < said.length) return null;
  return { ...(begins.length > 0 && { fromNoon: true }), ...(ends.length > 0 && { untilNoon: true }) };
}

/** `полдня 15 июля после обеда` says which after all. */
function halvesOf(period: Period, said: readonly FoundHalf[]): Period[] {
  if (said.length === 0) return [period];
  const told = new Set<Half>(said.flatMap(({ half }) => (half === null ? [] : [half])));
  const meant: readonly Half[] = told.size === 0 ? ["first", "second"] : [...told];
  return meant.map((half) => ({ ...period, half }));
}

function nearestTo(half: FoundHalf, all: readonly Named[]): Named | undefined {
  const gapTo = ({ spans }: Named) => Math.max(startOf(spans) - half.end, half.start - endOf(spans), 0);
  return all.toSorted((one, other) => gapTo(one) - gapTo(other))[0];
}

const startOf = (spans: readonly Span[]) => Math.min(...spans.map(({ start }) => start));
const endOf = (spans: readonly Span[]) => Math.max(...spans.map(({ end }) => end));
