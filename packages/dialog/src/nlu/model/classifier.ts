import { createNearest, type Nearest } from "../learning/nearest.ts";
import { trainLinear } from "../learning/train-linear.ts";
import { createVectorSpace, type Vector, type VectorSpace } from "../learning/vector-space.ts";
import type { TrainingSet } from "./training-set.ts";
import { quantise, scoresOf, type Weights } from "./weights.ts";

/** A text with the score of every intent: above 0 means rather this than all others. */
export type Scored = { vector: Vector; scores: Float64Array; best: number; nearest: Nearest };

export type Classifier = { space: VectorSpace; weights: Weights; score(vector: Vector): Scored };

export function trainClassifier(set: TrainingSet, seed: number): Classifier {
  const space = createVectorSpace(set.features);
  const vectors = set.features.map((features) => space.vectorOf(features));
  const weights = quantise(trainLinear(vectors, set.labels, set.intents, space.names.length, seed), space.names.length);
  return createClassifier(space, vectors, weights);
}

/** `vectors` are the training phrases; those of no intent count as neighbours too. */
export function createClassifier(space: VectorSpace, vectors: readonly Vector[], weights: Weights): Classifier {
  const nearestOf = createNearest(vectors, space.names.length);
  return {
    space,
    weights,
    score(vector) {
      const scores = scoresOf(weights, vector);
      return { vector, scores, best: indexOfLargest(scores), nearest: nearestOf(vector) };
    },
  };
}

function indexOfLargest(scores: Float64Array): number {
  let best = 0;
  for (let at = 1; at < scores.length; at++) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  return best;
}
