import type { DialogDefinition } from "./dialog.ts";
import { isPressed } from "./fill-slots.ts";
import type { Said } from "./said.ts";

/** From this confidence on words are rather a wish than any words that would do for an answer. */
const CLEAR_AT = 0.6;

const isClear = ({ understood }: Said): boolean => (understood.intents[0]?.confidence ?? 0) >= CLEAR_AT;

/**
 * The words as a wish of another kind than an answer, or null. Where any words will do for an answer, only a wish that is
 * quickly answered counts, and a question counts when it leans to one: a question is seldom the answer to one.
 */
export function otherWish(dialog: DialogDefinition, said: Said, takesAnything: boolean): Said | null {
  if (isPressed(said)) return null;
  const { sure, leaning = null, text } = said;
  if (sure !== null && dialog.digressions.includes(sure)) return said;
  if (sure !== null && !takesAnything && dialog.follows?.includes(sure) === true) return said;
  const isAsked = sure === null && (text.trimEnd().endsWith("?") || (takesAnything && isClear(said)));
  return isAsked && leaning !== null && dialog.digressions.includes(leaning) ? { ...said, sure: leaning } : null;
}
