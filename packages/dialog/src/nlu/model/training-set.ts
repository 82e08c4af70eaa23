import type { Example } from "../examples.ts";
import { featuresOf, type Features } from "../text/features.ts";
import { normalise } from "../text/normalise.ts";

/** With fewer intents none can be left out to see how phrases look that belong to none. */
const FEWEST_INTENTS = 3;

/** Training phrases as the learner sees them. */
export type TrainingSet = {
  /** What each phrase is made of. */
  features: readonly Features[];
  /** The number of each phrase's intent; -1 for none. */
  labels: Int32Array;
  intents: number;
  /** What stands for messages of no intent when no intent can be left out for it; else empty. */
  nonsense: readonly Features[];
};

export function trainingSetOf(examples: readonly Example[], intents: readonly string[]): TrainingSet {
  const numbers = new Map(intents.map((intent, at) => [intent, at]));
  return {
    features: examples.map(({ text }) => featuresOf(normalise(text))),
    labels: Int32Array.from(examples, ({ intent }) => numbers.get(intent) ?? -1),
    intents: intents.length,
    nonsense: intents.length < FEWEST_INTENTS ? examples.map(({ text }) => featuresOf(backwards(text))) : [],
  };
}

/** The letters of the language, but no word that the bot knows. */
function backwards(text: string): string[] {
  return normalise(text).map((word) => Array.from(word).reverse().join(""));
}
