import type { Span } from "../entities.ts";

/** Half of a working day: until the middle of it, or from there on. */
export type Half = "first" | "second";

/** A calendar day, `YYYY-MM-DD`, or half of it. */
export type Day = { date: string; half?: Half };

/**
 * First and last day, both included; `half` only of a single day. Of several days the first may count from noon on only, and
 * the last until noon only.
 */
export type Period = { from: string; to: string; half?: Half; fromNoon?: true; untilNoon?: true };

/** A period that a text names, and the stretches of it that say so. */
export type FoundPeriod = { period: Period; words: string; spans: readonly Span[] };

/** Why words that are about days name none that may be acted on. */
export type PeriodFault = {
  why:
    /** They mean one or another equally well: `either`. */
    | "two_ways"
    /** There is no such day, as the 31st of February. */
    | "no_such_day"
    /** It ends before it begins; the other way round it is `either`. */
    | "backwards"
    /** A length, such as two weeks, and nothing that tells from when on. */
    | "no_start"
    /** Half of more than one day, and neither the beginning nor the end of them. */
    | "half_of_many"
    /** Half of a day, and no day. */
    | "no_day";
  words: string;
  either: readonly Period[];
  spans: readonly Span[];
};
