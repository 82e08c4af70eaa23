import type { Portal } from "../portal.ts";
import { isoDate } from "../wire/iso-date.ts";

type Fields = Record<string, unknown>;

/** A field whose changes are noted: when, and by whom. */
export type Stamp = { field: string; date: string; employee: string };

/**
 * The notes of what changes. A date or a person that the caller names stands instead of now and the caller.
 *
 * @param before Null for a new record, of which only switches that are on are noted.
 */
export function stamps(
  portal: Portal,
  marks: readonly Stamp[],
  { before, given, userId }: { before: Fields | null; given: Fields; userId: number },
): Fields {
  const noted: Fields = {};
  for (const { field, date, employee } of marks) {
    const value = given[field];
    if (value === undefined || value === (before === null ? "N" : before[field])) continue;
    noted[date] = given[date] ?? isoDate(portal.now());
    noted[employee] = given[employee] ?? userId;
  }
  return noted;
}
