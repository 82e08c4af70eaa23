import { seededRandom, shuffle } from "./seeded-random.ts";
import type { Vector } from "./vector-space.ts";

/** Weight of errors against the size of the weights: of a phrase of another intent, and least of one of the own. */
const COST_OF_OTHERS = 0.5;
const COST_OF_OWN = 1.5;
const MAX_PASSES = 30;
/** A pass whose largest violation is below this ends the training. */
const TOLERANCE = 0.05;

/** One row of weights per class over all places, and the class's bias. */
export type LinearWeights = { rows: readonly Float64Array[]; biases: Float64Array };

/**
 * One linear support vector machine per class against all others (squared hinge loss, dual coordinate descent after Hsieh
 * et al. 2008, with shrinking). Labels are class numbers; -1 belongs to none. The same seed gives the same weights.
 */
export function trainLinear(
  vectors: readonly Vector[],
  labels: Int32Array,
  classes: number,
  places: number,
  seed: number,
): LinearWeights {
  const sizes = new Int32Array(classes);
  for (const label of labels) if (label >= 0) sizes[label] = (sizes[label] ?? 0) + 1;
  const rows: Float64Array[] = [];
  const biases = new Float64Array(classes);
  const squares = Float64Array.from(
    vectors,
    ({ weights }) => 1 + weights.reduce((sum, weight) => sum + weight ** 2, 0),
  );
  for (let one = 0; one < classes; one++) {
    const size = sizes[one] ?? 0;
    const costOfOwn = Math.max(COST_OF_OTHERS, (COST_OF_OWN * vectors.length) / (classes * Math.max(1, size)));
    const row = trainOne({ vectors, labels, one, squares, places, costOfOwn, random: seededRandom(seed + one) });
    rows.push(row.weights);
    biases[one] = row.bias;
  }
  return { rows, biases };
}

type Task = {
  vectors: readonly Vector[];
  labels: Int32Array;
  one: number;
  squares: Float64Array;
  places: number;
  costOfOwn: number;
  random: () => number;
};

function trainOne({ vectors, labels, one, squares, places, costOfOwn, random }: Task) {
  const weights = new Float64Array(places);
  let bias = 0;
  const alphas = new Float64Array(vectors.length);
  const order = Int32Array.from(vectors, (_, at) => at);
  let active = order.length;
  let lastLargest = Infinity;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    shuffle(order, random, active);
    let largest = 0;
    for (let at = 0; at < active; at++) {
      const index = order[at] as number;
      const vector = vectors[index] as Vector;
      const side = labels[index] === one ? 1 : -1;
      const softness = 0.5 / (side === 1 ? costOfOwn : COST_OF_OTHERS);
      const alpha = alphas[index] as number;
      const gradient = side * (bias + dot(weights, vector)) - 1 + softness * alpha;
      if (alpha === 0 && gradient > 0) {
        if (gradient > lastLargest) {
          active--;
          order[at] = order[active] as number;
          order[active] = index;
          at--;
        }
        continue;
      }
      largest = Math.max(largest, Math.abs(gradient));
      const next = Math.max(0, alpha - gradient / ((squares[index] as number) + softness));
      if (next === alpha) continue;
      alphas[index] = next;
      const change = (next - alpha) * side;
      bias += change;
      add(weights, vector, change);
    }
    if (largest < TOLERANCE) {
      if (active === order.length) break;
      active = order.length;
      lastLargest = Infinity;
      continue;
    }
    lastLargest = largest;
  }
  return { weights, bias };
}

function dot(weights: Float64Array, vector: Vector): number {
  const { places, weights: factors } = vector;
  let sum = 0;
  for (let at = 0; at < places.length; at++) sum += (weights[places[at] as number] as number) * (factors[at] as number);
  return sum;
}

function add(weights: Float64Array, vector: Vector, change: number): void {
  const { places, weights: factors } = vector;
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as number;
    weights[place] = (weights[place] as number) + change * (factors[at] as number);
  }
}
