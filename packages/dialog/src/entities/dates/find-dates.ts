import type { FoundDate, FoundRange } from "../entities.ts";
import type { DatesContext } from "./moment.ts";
import { readDates } from "./read-dates.ts";

/** Single days that a text names, not those that are the ends of a range. Impossible days, as 31.02, are none. */
export function findDates(text: string, at: DatesContext): FoundDate[] {
  return readDates(text, at).dates;
}

/** Ranges of days: two ends, a beginning and a length, or a week, month, quarter or year as a whole. */
export function findRanges(text: string, at: DatesContext): FoundRange[] {
  return readDates(text, at).ranges;
}
