import type { Example } from "../examples.ts";
import { featuresOf, type Features } from "../text/features.ts";
import { normalise } from "../text/normalise.ts";

/** Training phrases as the learner sees them: what each is made of and the number of its intent, -1 for none. */
export type TrainingSet = { features: readonly Features[]; labels: Int32Array; intents: number };

export function trainingSetOf(examples: readonly Example[], intents: readonly string[]): TrainingSet {
  const numbers = new Map(intents.map((intent, at) => [intent, at]));
  return {
    features: examples.map(({ text }) => featuresOf(normalise(text))),
    labels: Int32Array.from(examples, ({ intent }) => numbers.get(intent) ?? -1),
    intents: intents.length,
  };
}
