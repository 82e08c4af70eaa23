import { isDeepStrictEqual } from "node:util";

import { redact } from "@botdeck/core";

import { isRecord, partOf } from "./json.ts";
import { type EditProblem, problem } from "./problem.ts";

/**
 * An edited payload with what was hidden from whoever edited it, each at the place where it stood. What is hidden, and a text of which
 * a part is, has to be left as it is shown: else a secret could be led to where somebody reads it.
 *
 * @param original Whole; the edit began with `redact` of it.
 */
export function putBackHidden(
  edited: unknown,
  original: unknown,
): { ok: true; value: unknown } | { ok: false; problems: EditProblem[] } {
  const problems: EditProblem[] = [];
  const value = putBack(edited, original, redact(original), [], problems);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

function putBack(edited: unknown, original: unknown, shown: unknown, path: string[], problems: EditProblem[]): unknown {
  if (isDeepStrictEqual(original, shown)) return edited;
  const partAt = (key: string) =>
    putBack(partOf(edited, key), partOf(original, key), partOf(shown, key), [...path, key], problems);

  if (isRecord(original) && isRecord(shown) && isRecord(edited)) {
    const keys = new Set([...Object.keys(edited), ...Object.keys(original)]);
    const parts = [...keys].map((key) => [key, partAt(key)] as const);
    return Object.fromEntries(parts.filter(([key, part]) => part !== undefined || Object.hasOwn(edited, key)));
  }
  if (Array.isArray(original) && Array.isArray(shown) && Array.isArray(edited)) {
    const length = Math.max(edited.length, lastHidden(original, shown) + 1);
    return Array.from({ length }, (_, index) => partAt(String(index)));
  }
  if (isDeepStrictEqual(edited, shown)) return original;
  problems.push(problem("hidden", path));
  return edited;
}

/** The last place of a list that has something hidden in it. */
const lastHidden = (original: readonly unknown[], shown: readonly unknown[]): number =>
  original.findLastIndex((item, index) => !isDeepStrictEqual(item, shown[index]));
