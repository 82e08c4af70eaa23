import { fitLogistic, type Logistic, type LogisticRow } from "../learning/fit-logistic.ts";
import { seededRandom, shuffle } from "../learning/seeded-random.ts";
import type { Features } from "../text/features.ts";
import { trainClassifier } from "./classifier.ts";
import { SIGNALS, signalsOf } from "./signals.ts";
import type { TrainingSet } from "./training-set.ts";

const FOLDS = 5;
/** Intents are left out by so many groups in turn, to see how phrases look that belong to none. */
const GROUPS = 4;

/** A training phrase as a model sees it that was trained without it; `best` is the number of the likeliest intent. */
export type Unseen = { at: number; best: number; signals: number[]; isRight: boolean };

export type Calibration = { logistic: Logistic; unseen: readonly Unseen[] };

/**
 * The chance that the best intent is right, learned from the training phrases alone: phrases predicted by models that
 * have not seen them, and phrases whose whole intent was left out, which stand for messages that belong to none.
 *
 * @param oosShare the share of such messages that is expected, from 0 to 1
 */
export function calibrate(set: TrainingSet, oosShare: number, seed: number): Calibration {
  const folds = foldsOf(set.labels, FOLDS, seed);
  const groupOf = groupsOf(set.intents, GROUPS, seed);
  const unseen = unseenBy(set, (at) => folds[at] ?? 0, FOLDS, seed);
  const strangers = unseenBy(set, (at) => groupOf[set.labels[at] ?? -1] ?? -1, GROUPS, seed);
  const own = unseen.filter(({ at }) => (set.labels[at] ?? -1) >= 0);
  const others = [...unseen.filter(({ at }) => set.labels[at] === -1), ...strangers];
  const rows: LogisticRow[] = [
    ...own.map(({ signals, isRight }) => ({ signals, isRight, weight: (1 - oosShare) / own.length })),
    ...others.map(({ signals }) => ({ signals, isRight: false, weight: oosShare / others.length })),
  ];
  return { logistic: fitLogistic(rows, SIGNALS.length), unseen };
}

/** Predicts every phrase with a model that was trained on the phrases of all other parts; part -1 is in all of them. */
function unseenBy(set: TrainingSet, partOf: (at: number) => number, parts: number, seed: number): Unseen[] {
  const all = [...set.features.keys()];
  const predicted: Unseen[] = [];
  for (let part = 0; part < parts; part++) {
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
