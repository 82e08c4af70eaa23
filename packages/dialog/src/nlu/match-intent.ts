import { wordsOf } from "./words.ts";

/** Below this share of common words a phrase is not taken for an example. */
const THRESHOLD = 0.6;

export type IntentMatch<Intent extends string> = { intent: Intent; confidence: number };

/**
 * The intent whose example is most like the text, by the share of words they have in common (Dice), or null when none is
 * like enough: better no answer than a wrong one.
 */
export function matchIntent<Intent extends string>(
  text: string,
  intents: Record<Intent, { examples: readonly string[] }>,
): IntentMatch<Intent> | null {
  const words = wordsOf(text);
  let best: IntentMatch<Intent> | null = null;
  for (const intent of Object.keys(intents) as Intent[]) {
    for (const example of intents[intent].examples) {
      const confidence = likeness(words, wordsOf(example));
      if (confidence >= THRESHOLD && confidence > (best?.confidence ?? 0)) best = { intent, confidence };
    }
  }
  return best;
}

function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 || right.size === 0) return 0;
  const common = [...left].filter((word) => right.has(word)).length;
  return (2 * common) / (left.size + right.size);
}
