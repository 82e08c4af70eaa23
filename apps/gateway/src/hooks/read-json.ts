import { RefusedPost } from "@botdeck/notifications";

/** A group of thousands of alerts has some ten values each; a body of these holds a process up for some ten milliseconds. */
const LIMITS = { values: 50_000, depth: 32 };

/**
 * Reads JSON of a stranger into something that Postgres can hold and no key of which means anything: objects have no
 * prototype, NUL and half surrogate pairs become U+FFFD.
 *
 * @throws AppError `invalid` for broken JSON, or past a limit.
 */
export function readJson(text: string): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new RefusedPost("invalid", "no_json", {}, cause);
  }
  return clean(parsed, 0, { values: LIMITS.values });
}

function clean(value: unknown, depth: number, budget: { values: number }): unknown {
  if (--budget.values < 0) throw new RefusedPost("invalid", "many_values", { most: LIMITS.values });
  if (depth > LIMITS.depth) throw new RefusedPost("invalid", "deep", { most: LIMITS.depth });
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1, budget));
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.create(null) as Record<string, unknown>; // safe: an object without properties
  for (const [key, item] of Object.entries(value)) copy[cleanText(key)] = clean(item, depth + 1, budget);
  return copy;
}

function cleanText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}
