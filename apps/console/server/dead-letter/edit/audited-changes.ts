import { redact } from "@botdeck/core";

import type { ChangedPlace } from "./changed-places.ts";
import { isRecord, placeOf } from "./json.ts";

/** Ids, instants and words of our own; what else stands in a payload was said by or to somebody. */
const NO_PERSONAL_KEY = /^(?:id|kind|tone|language|inBell|at)$|(?:Id|Ids|At|Type)$/;

/**
 * Changes as the audit log keeps them, by place. It has no personal data and outlives an erasure, so of words it tells only how
 * long they are; the words themselves stand in `letter_edit`.
 */
export function auditedChanges(changes: readonly ChangedPlace[]) {
  const of = (side: "before" | "after") =>
    Object.fromEntries(
      changes.map((change) => [placeOf(change.path), audited(redact(change[side]), change.path.at(-1) ?? "")]),
    );
  return { before: of("before"), after: of("after"), places: changes.map(({ path }) => placeOf(path)) };
}

function audited(value: unknown, key: string): unknown {
  if (value === undefined) return null;
  if (typeof value === "string") return NO_PERSONAL_KEY.test(key) ? value : { characters: value.length };
  if (Array.isArray(value)) return value.map((item) => audited(item, key));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, audited(item, name)]));
}
