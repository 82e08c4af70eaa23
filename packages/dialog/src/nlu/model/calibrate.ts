import { fitLogistic, type Logistic, type LogisticRow } from "../learning/fit-logistic.ts";
import { trainClassifier } from "./classifier.ts";
import { SIGNALS, signalsOf } from "./signals.ts";
import type { TrainingSet } from "./training-set.ts";
import { leftOut, outOfFolds, type Unseen } from "./unseen.ts";

export type Calibration = { logistic: Logistic; unseen: readonly Unseen[] };

/**
 * The chance that the best intent is right, learned from the training phrases alone: phrases predicted by models that
 * have not seen them, and phrases whose whole intent was left out, which stand for messages that belong to none.
 *
 * @param oosShare the share of such messages that is expected, from 0 to 1
 */
export function calibrate(set: TrainingSet, oosShare: number, seed: number): Calibration {
  const unseen = outOfFolds(set, seed);
  const own = unseen.filter(({ at }) => (set.labels[at] ?? -1) >= 0);
  const others = [
    ...unseen.filter(({ at }) => set.labels[at] === -1).map(({ signals }) => signals),
    ...strangers(set, seed),
  ];
  const rows: LogisticRow[] = [
    ...own.map(({ signals, isRight }) => ({ signals, isRight, weight: (1 - oosShare) / own.length })),
    ...others.map((signals) => ({ signals, isRight: false, weight: oosShare / others.length })),
  ];
  return { logistic: fitLogistic(rows, SIGNALS.length), unseen };
}

function strangers(set: TrainingSet, seed: number): number[][] {
  if (set.nonsense.length === 0) return leftOut(set, seed).map(({ signals }) => signals);
  const classifier = trainClassifier(set, seed);
  return set.nonsense.map((features) => signalsOf(classifier.score(classifier.space.vectorOf(features))));
}
