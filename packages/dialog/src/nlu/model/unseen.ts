import { seededRandom, shuffle } from "../learning/seeded-random.ts";
import type { Features } from "../text/features.ts";
import { trainClassifier } from "./classifier.ts";
import { signalsOf } from "./signals.ts";
import type { TrainingSet } from "./training-set.ts";

const FOLDS = 5;
const GROUPS = 4;
/** Of more phrases one part is enough: training that many ten times would take minutes. */
const MANY_PHRASES = 3000;

/** A phrase as a model sees it that was trained without it; `best` is the number of the likeliest intent. */
export type Unseen = { at: number; best: number; signals: number[]; isRight: boolean };

/** Every phrase (of many: a fifth of them), seen by a model that was trained on the other four fifths. */
export function outOfFolds(set: TrainingSet, seed: number): Unseen[] {
  const folds = foldsOf(set.labels, FOLDS, seed);
  return unseenBy(set, (at) => folds[at] ?? 0, FOLDS, seed);
}

/** Every phrase (of many: a quarter), seen by a model that knows three quarters of the intents, and its own not. */
export function leftOut(set: TrainingSet, seed: number): Unseen[] {
  const groups = groupsOf(set.intents, GROUPS, seed);
  return unseenBy(set, (at) => groups[set.labels[at] ?? -1] ?? -1, GROUPS, seed);
}

/** Predicts every phrase with a model that was trained on the phrases of all other parts; part -1 is in all of them. */
function unseenBy(set: TrainingSet, partOf: (at: number) => number, parts: number, seed: number): Unseen[] {
  const all = [...set.features.keys()];
  const predicted: Unseen[] = [];
  const predictedParts = all.length > MANY_PHRASES ? 1 : parts;
  for (let part = 0; part < predictedParts; part++) {
    const left = all.filter((at) => partOf(at) === part);
    const kept = all.filter((at) => partOf(at) !== part);
    if (left.length === 0 || !kept.some((at) => (set.labels[at] ?? -1) >= 0)) continue;
    const { numbers, subset } = subsetOf(set, kept);
    const classifier = trainClassifier(subset, seed);
    for (const at of left) {
      const scored = classifier.score(classifier.space.vectorOf(set.features[at] as Features));
      const best = numbers[scored.best] ?? -1;
      predicted.push({ at, best, signals: signalsOf(scored), isRight: best === set.labels[at] });
    }
  }
  return predicted;
}

/** The phrases at the given places; their intents are numbered anew, and `numbers` leads back. */
function subsetOf(set: TrainingSet, kept: readonly number[]): { numbers: number[]; subset: TrainingSet } {
  const numbers = [...new Set(kept.map((at) => set.labels[at] ?? -1))]
    .filter((label) => label >= 0)
    .sort((a, b) => a - b);
  const newNumbers = new Map(numbers.map((label, at) => [label, at]));
  return {
    numbers,
    subset: {
      ...set,
      features: kept.map((at) => set.features[at] as Features),
      labels: Int32Array.from(kept, (at) => newNumbers.get(set.labels[at] ?? -1) ?? -1),
      intents: numbers.length,
    },
  };
}

/** A part for every phrase; the phrases of an intent are spread evenly. */
function foldsOf(labels: Int32Array, folds: number, seed: number): Int32Array {
  const order = Int32Array.from(labels, (_, at) => at);
  shuffle(order, seededRandom(seed));
  const fold = new Int32Array(labels.length);
  const counts = new Map<number, number>();
  for (const at of order) {
    const label = labels[at] ?? -1;
    const count = counts.get(label) ?? 0;
    fold[at] = (count + Math.max(label, 0)) % folds;
    counts.set(label, count + 1);
  }
  return fold;
}

function groupsOf(intents: number, groups: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: intents }, (_, at) => at);
  shuffle(order, seededRandom(seed));
  const group = new Int32Array(intents);
  for (const [at, intent] of order.entries()) group[intent] = at % groups;
  return group;
}
