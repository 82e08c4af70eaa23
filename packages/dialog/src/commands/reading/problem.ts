import type { PeriodFault } from "../../entities/day-parts/period.ts";

/** Why words that stand behind a command are no argument of it. */
export type ProblemReason =
  | Exclude<PeriodFault["why"], "half_of_many">
  | "half_of_many"
  /** A period that begins and does not end. */
  | "no_end"
  /** A period where a single day is wanted. */
  | "not_one_day"
  /** Nothing is known by these words. */
  | "unknown"
  /** Nobody, or no department, is called so. */
  | "not_found"
  /** Several people or departments are called so: `either`. */
  | "several_found"
  /** None of the choices; where it is nearly one, that is `either`. */
  | "not_a_choice"
  | "no_phone"
  | "not_whole"
  | "too_small"
  | "too_large"
  /** There is one already, and only one is taken. */
  | "one_too_many";

/** What words may mean, and what to write instead of them so that it is clear. */
export type Meaning = { value: unknown; instead: string };

/** What could not be read. `param` is null where it is not known which one the words are meant for. */
export type ArgumentProblem = {
  param: string | null;
  words: string;
  why: ProblemReason;
  either: readonly Meaning[];
  /** Where the words stand, so that they can be written anew. */
  start: number;
  end: number;
};
