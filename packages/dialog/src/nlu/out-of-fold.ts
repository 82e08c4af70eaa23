import { inOrder, intentsOf, OOS, type Example } from "./examples.ts";
import { chanceOf } from "./learning/fit-logistic.ts";
import { calibrate } from "./model/calibrate.ts";
import { trainingSetOf } from "./model/training-set.ts";
import { OOS_SHARE, TRAINING_SEED } from "./train-embedded.ts";

export type OutOfFold = { example: Example; best: string; confidence: number };

/** What models that have not seen a phrase take it for; phrases of no intent are left out. */
export function outOfFold(examples: readonly Example[]): OutOfFold[] {
  const ordered = inOrder(examples);
  const intents = intentsOf(ordered);
  const { logistic, unseen } = calibrate(trainingSetOf(ordered, intents), OOS_SHARE, TRAINING_SEED);
  return unseen.flatMap(({ at, best, signals }) => {
    const example = ordered[at];
    if (example === undefined || example.intent === OOS) return [];
    return [{ example, best: intents[best] ?? "", confidence: chanceOf(logistic, signals) }];
  });
}
