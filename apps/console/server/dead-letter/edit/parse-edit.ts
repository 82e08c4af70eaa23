import { keysOf, partOf } from "./json.ts";
import { type EditProblem, problem } from "./problem.ts";

/** Characters of an edited payload: several times what the largest kind needs, and read in no time. */
export const MOST_CHARACTERS = 200_000;
/** Parts within parts; our payloads have less than ten. */
const MOST_DEPTH = 40;
/** Postgres keeps neither the character 0 nor half of a pair. `JSON.stringify` writes both, and nothing else of this form, as an escape. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/** Reads what somebody wrote as JSON that can be kept. */
export function parseEdit(text: string): { ok: true; value: unknown } | { ok: false; problem: EditProblem } {
  const refused = (found: EditProblem) => ({ ok: false as const, problem: found });
  if (text.length > MOST_CHARACTERS) return refused(problem("too_large", [], { limit: MOST_CHARACTERS }));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refused(problem("bad_json", [], lineOf(text, error)));
  }
  if (isTooDeep(value)) return refused(problem("too_deep", [], { limit: MOST_DEPTH }));
  return UNSTORABLE.test(JSON.stringify(value)) ? refused(problem("unstorable")) : { ok: true, value };
}

/** Where reading stopped; V8 says so in its words, but for a text that ends too early. */
function lineOf(text: string, error: unknown): { line: number; column: number } {
  const told = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  const read = text.slice(0, told === undefined ? text.length : Number(told)).split("\n");
  return { line: read.length, column: (read.at(-1) ?? "").length + 1 };
}

/** Level by level, because what is nested deep enough ends a recursion. */
function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_DEPTH) return true;
    level = level.flatMap((each) => keysOf(each).map((key) => partOf(each, key)));
  }
  return false;
}
