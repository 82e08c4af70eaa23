import { inOrder, intentsOf, type Example } from "./examples.ts";
import { calibrate } from "./model/calibrate.ts";
import { trainClassifier } from "./model/classifier.ts";
import { createEmbeddedModel, type EmbeddedModel } from "./model/embedded-model.ts";
import { trainingSetOf } from "./model/training-set.ts";

export type TrainingSettings = {
  /** The share of messages that belong to none of the intents, from 0 to 1, for which the confidence is honest. */
  oosShare?: number;
  /** Another seed gives another, equally good model. */
  seed?: number;
};

export const OOS_SHARE = 0.3;
export const TRAINING_SEED = 7;

/**
 * Learns intents from example phrases: in a fraction of a second for some hundred of them, in some minutes for
 * fifteen thousand; the thread does nothing else meanwhile.
 * The same examples, in any order, give the same model to the byte.
 */
export function trainEmbedded(examples: readonly Example[], settings: TrainingSettings = {}): EmbeddedModel {
  const { oosShare = OOS_SHARE, seed = TRAINING_SEED } = settings;
  const ordered = inOrder(examples);
  const intents = intentsOf(ordered);
  const set = trainingSetOf(ordered, intents);
  const { weights } = trainClassifier(set, seed);
  const { logistic } = calibrate(set, oosShare, seed);
  return createEmbeddedModel({ examples: ordered, intents, weights, logistic });
}
