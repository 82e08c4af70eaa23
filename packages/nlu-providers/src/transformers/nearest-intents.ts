type Vector = readonly number[];

export type EmbeddedIntent = { name: string; vectors: readonly Vector[] };

/** Ranks intents for a vector. The chances of all are 1 together. */
export type NearestIntents = (vector: Vector) => { name: string; confidence: number }[];

/** How sharply likeness becomes a chance; the model's cosines lie close together, so they are small. */
const SHARPNESSES = [5, 10, 15, 20, 30, 40, 60, 80, 120];

type Centre = { name: string; sum: Vector };

/**
 * Ranks by the cosine to the mean of an intent's examples, as chances by softmax. How sharp it is, is fitted so that each
 * example is told best by all the others (by the likelihood); an intent with one example says nothing to that.
 */
export function fitNearestIntents(intents: readonly EmbeddedIntent[]): NearestIntents {
  const centres = intents.map(({ name, vectors }): Centre => ({ name, sum: sumOf(vectors) }));
  const told = intents.flatMap(({ vectors }, at) =>
    vectors.length < 2 ? [] : vectors.map((vector) => ({ at, cosines: cosinesWithout(centres, vector, at) })),
  );
  const sharpness = SHARPNESSES.map((each) => ({ each, loss: lossOf(told, each) })).reduce((best, next) =>
    next.loss < best.loss ? next : best,
  ).each;
  return (vector) => {
    const chances = softmax(
      centres.map(({ sum }) => cosine(sum, vector)),
      sharpness,
    );
    return centres.map(({ name }, at) => ({ name, confidence: chances[at] ?? 0 }));
  };
}

/** As if the example had not been there when its intent's mean was made. */
function cosinesWithout(centres: readonly Centre[], vector: Vector, own: number): number[] {
  return centres.map(({ sum }, at) =>
    cosine(at === own ? sum.map((value, place) => value - (vector[place] ?? 0)) : sum, vector),
  );
}

function lossOf(told: readonly { at: number; cosines: readonly number[] }[], sharpness: number): number {
  return told.reduce((sum, { at, cosines }) => sum - Math.log(Math.max(1e-9, softmax(cosines, sharpness)[at] ?? 0)), 0);
}

function softmax(values: readonly number[], sharpness: number): number[] {
  const most = values.reduce((best, value) => Math.max(best, value), -1);
  const powers = values.map((value) => Math.exp((value - most) * sharpness));
  const sum = powers.reduce((whole, power) => whole + power, 0);
  return powers.map((power) => power / sum);
}

function sumOf(vectors: readonly Vector[]): number[] {
  const [first = []] = vectors;
  return first.map((_, place) => vectors.reduce((sum, vector) => sum + (vector[place] ?? 0), 0));
}

function cosine(left: Vector, right: Vector): number {
  let [product, ofLeft, ofRight] = [0, 0, 0];
  for (const [place, value] of left.entries()) {
    const other = right[place] ?? 0;
    product += value * other;
    ofLeft += value * value;
    ofRight += other * other;
  }
  const length = Math.sqrt(ofLeft * ofRight);
  return length === 0 ? 0 : product / length;
}
