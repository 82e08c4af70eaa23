import { IntlMessageFormat } from "intl-messageformat";

import type { Language } from "./catalog.ts";
import { type UsedValue, valuesOf } from "./read-text.ts";

/** Longer than any text of a bot; a portal takes 20,000 characters with all that is put in. */
export const MOST_TEXT = 4_000;

/** Why a text cannot stand for the bot's own. `at` is the offset of the character that it is about. */
export type TextProblem =
  | { kind: "empty" }
  | { kind: "too_long"; most: number }
  /** `reason` in the parser's words, such as `MISSING_OTHER_CLAUSE`. */
  | { kind: "unreadable"; at: number; reason: string }
  /** The bot gives no such value. */
  | { kind: "unknown_value"; at: number; name: string }
  /** The bot gives this value in another form, such as a word where a number is needed. */
  | { kind: "wrong_use"; at: number; name: string }
  | { kind: "missing_value"; name: string };

/**
 * Finds out whether the words somebody wrote can be said instead of the bot's own: they have to be an ICU message with the
 * same values.
 *
 * @param own The bot's words; known to be good.
 * @returns The first problem, or null.
 */
export function checkText(text: string, own: string, language: Language): TextProblem | null {
  if (text.trim() === "") return { kind: "empty" };
  if (text.length > MOST_TEXT) return { kind: "too_long", most: MOST_TEXT };
  let used: UsedValue[];
  try {
    used = valuesOf(text, language);
  } catch (error) {
    return { kind: "unreadable", at: offsetOf(error), reason: error instanceof Error ? error.message : "" };
  }
  const given = valuesOf(own, language);
  for (const { name, use, at } of used) {
    const known = given.filter((value) => value.name === name);
    if (known.length === 0) return { kind: "unknown_value", at, name };
    const isSame = known.some((value) => value.use === use);
    // Any value but a day can be written as it is.
    const isPlain = use === "plain" && known.every((value) => value.use !== "date" && value.use !== "tag");
    if (!isSame && !isPlain) return { kind: "wrong_use", at, name };
  }
  const missing = given.find(({ name }) => used.every((value) => value.name !== name));
  if (missing !== undefined) return { kind: "missing_value", name: missing.name };
  return writes(text, used, language) ? null : { kind: "unreadable", at: used[0]?.at ?? 0, reason: "FORMAT" };
}

/** A pattern of a date or a number may be readable and still mean nothing. */
function writes(text: string, used: readonly UsedValue[], language: Language): boolean {
  const SAMPLE = {
    plain: "x",
    number: 1,
    date: new Date(0),
    select: "other",
    plural: 1,
    tag: (parts: unknown) => parts,
  };
  try {
    new IntlMessageFormat(text, language).format(Object.fromEntries(used.map(({ name, use }) => [name, SAMPLE[use]])));
    return true;
  } catch {
    return false;
  }
}

function offsetOf(error: unknown): number {
  const location = error instanceof Error && "location" in error ? error.location : null;
  // safe: the parser puts it there; anything else ends as 0
  return (location as { start?: { offset?: number } } | null)?.start?.offset ?? 0;
}
