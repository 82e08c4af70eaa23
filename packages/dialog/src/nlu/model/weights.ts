import type { LinearWeights } from "../learning/train-linear.ts";
import type { Vector } from "../learning/vector-space.ts";

const LARGEST = 127;

/** Linear weights in a byte each: those of all intents for the first feature, then for the second, and so on. */
export type Weights = { bytes: Int8Array; intents: number; scales: readonly number[]; biases: readonly number[] };

export function quantise({ rows, biases }: LinearWeights, places: number): Weights {
  const scales = rows.map((row) => (row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) || 1) / LARGEST);
  const bytes = new Int8Array(places * rows.length);
  for (const [intent, row] of rows.entries()) {
    const scale = scales[intent] ?? 1;
    for (let place = 0; place < places; place++) {
      bytes[place * rows.length + intent] = Math.round((row[place] as number) / scale);
    }
  }
  return { bytes, intents: rows.length, scales, biases: [...biases] };
}

export function scoresOf(weights: Weights, vector: Vector): Float64Array {
  const { bytes, intents } = weights;
  const scores = new Float64Array(intents);
  for (let at = 0; at < vector.places.length; at++) {
    const start = (vector.places[at] as number) * intents;
    const weight = vector.weights[at] as number;
    for (let intent = 0; intent < intents; intent++) {
      scores[intent] = (scores[intent] as number) + weight * (bytes[start + intent] as number);
    }
  }
  return scores.map((score, intent) => score * (weights.scales[intent] ?? 1) + (weights.biases[intent] ?? 0));
}
