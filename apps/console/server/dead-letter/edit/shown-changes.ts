import { redact } from "@botdeck/core";

import { type DiffLine, diffLines } from "./diff-lines.ts";
import { isRecord, partOf } from "./json.ts";

/** Both payloads line by line as whoever edits them may see them: without a secret. */
export function shownChanges(before: unknown, after: unknown): DiffLine[] {
  return diffLines(linesOf(redact(before)), linesOf(redact(inOrderOf(after, before))));
}

const linesOf = (value: unknown): string[] => JSON.stringify(value, null, 2).split("\n");

/** The order of names means nothing, and would show as a change. */
function inOrderOf(value: unknown, like: unknown): unknown {
  if (Array.isArray(value)) return value.map((item, index) => inOrderOf(item, partOf(like, String(index))));
  if (!isRecord(value)) return value;
  const known = isRecord(like) ? Object.keys(like).filter((key) => Object.hasOwn(value, key)) : [];
  const keys = new Set([...known, ...Object.keys(value)]);
  return Object.fromEntries([...keys].map((key) => [key, inOrderOf(value[key], partOf(like, key))]));
}
