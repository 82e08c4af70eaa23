import type { Portal } from "../portal.ts";
import { isoDate } from "../wire/iso-date.ts";

type Fields = Record<string, unknown>;

/** A field whose changes are noted: when, and by whom. */
export type Stamp = { field: string; date: string; employee: string };

/** The notes of what changed. A date or a person that the caller names stands instead of now and the caller. */
export function stamps(
  portal: Portal,
  marks: readonly Stamp[],
  { before, after, userId }: { before: Fields | null; after: Fields; userId: number },
): Fields {
  const noted: Fields = {};
  for (const { field, date, employee } of marks) {
    const value = after[field];
    const isNew = before === null ? value !== undefined && value !== null && value !== "N" : value !== before[field];
    if (value === undefined || !isNew) continue;
    noted[date] = after[date] ?? isoDate(portal.now());
    noted[employee] = after[employee] ?? userId;
  }
  return noted;
}
