import type { Prediction } from "./predict.ts";

export type Confusion = { intent: string; takenFor: string; times: number };

/** Which intents were most often taken for which; an out-of-scope row only counts when it was answered. */
export function confusionsOf(predictions: readonly Prediction[], most: number): Confusion[] {
  const counted = new Map<string, Confusion>();
  for (const { intent, isOos, ranked, verdict } of predictions) {
    const [takenFor] = ranked;
    if (takenFor === undefined || takenFor === intent || (isOos && verdict.kind !== "sure")) continue;
    const key = JSON.stringify([intent, takenFor]);
    const confusion = counted.get(key) ?? { intent, takenFor, times: 0 };
    confusion.times++;
    counted.set(key, confusion);
  }
  return [...counted.values()].sort((left, right) => right.times - left.times).slice(0, most);
}
