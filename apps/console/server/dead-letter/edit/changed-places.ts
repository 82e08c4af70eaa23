import { isDeepStrictEqual } from "node:util";

import { isRecord, keysOf, partOf } from "./json.ts";

/** One place whose content is another than before; undefined where nothing stands. */
export type ChangedPlace = { path: string[]; before: unknown; after: unknown };

/** In what two payloads differ, as deep as they have the same form. */
export function changedPlaces(before: unknown, after: unknown, path: string[] = []): ChangedPlace[] {
  if (isDeepStrictEqual(before, after)) return [];
  const isSameForm = (isRecord(before) && isRecord(after)) || (Array.isArray(before) && Array.isArray(after));
  if (!isSameForm) return [{ path, before, after }];
  const keys = new Set([...keysOf(before), ...keysOf(after)]);
  return [...keys].flatMap((key) => changedPlaces(partOf(before, key), partOf(after, key), [...path, key]));
}
