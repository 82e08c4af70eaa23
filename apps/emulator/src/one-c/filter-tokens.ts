import { badOption } from "./odata-error.ts";

export type FilterToken =
  | { kind: "value"; value: string | number | boolean }
  /** A field, a function or an operator: which one, its place tells. */
  | { kind: "word"; word: string }
  | { kind: "mark"; mark: "(" | ")" | "," };

const PATTERNS: readonly [pattern: RegExp, read: (match: RegExpExecArray) => FilterToken | null][] = [
  [/\s+/uy, () => null],
  [/[(),]/uy, ([mark]) => ({ kind: "mark", mark: mark as "(" })], // safe: the pattern lets only these three pass
  [/'((?:[^']|'')*)'/uy, ([, text = ""]) => ({ kind: "value", value: text.replaceAll("''", "'") })],
  [/(?:datetime|guid)'([^']*)'/iuy, ([, text = ""]) => ({ kind: "value", value: text })],
  [/-?\d+(?:\.\d+)?(?![\p{L}\d_])/uy, ([number]) => ({ kind: "value", value: Number(number) })],
  [/(?:true|false)(?![\p{L}\d_])/uy, ([word]) => ({ kind: "value", value: word === "true" })],
  [/[\p{L}_][\p{L}\d_/]*/uy, ([word]) => ({ kind: "word", word })],
];

/** Cuts a `$filter` into its words. @throws ODataError that shows where it cannot be read. */
export function filterTokens(text: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  let at = 0;
  while (at < text.length) {
    const next = nextToken(text, at);
    if (next === null) throw badOption("$filter", `«${text.slice(at, at + 20)}»`);
    at = next.end;
    if (next.token !== null) tokens.push(next.token);
  }
  return tokens;
}

function nextToken(text: string, at: number): { token: FilterToken | null; end: number } | null {
  for (const [pattern, read] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { token: read(match), end: pattern.lastIndex };
  }
  return null;
}
