import type { Vector } from "./vector-space.ts";

/** The training phrase that points most nearly the same way, and the cosine between both; -1 and 0 without any. */
export type Nearest = { at: number; cosine: number };

/** Finds the nearest of the vectors by an inverted index: only phrases that share a feature are looked at. */
export function createNearest(vectors: readonly Vector[], places: number): (vector: Vector) => Nearest {
  const starts = new Int32Array(places + 1);
  for (const vector of vectors) for (const place of vector.places) starts[place + 1] = (starts[place + 1] ?? 0) + 1;
  for (let place = 0; place < places; place++) starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
  const owners = new Int32Array(starts[places] ?? 0);
  const weights = new Float32Array(owners.length);
  const next = starts.slice();
  for (const [owner, vector] of vectors.entries()) {
    for (const [at, place] of vector.places.entries()) {
      const slot = next[place] ?? 0;
      next[place] = slot + 1;
      owners[slot] = owner;
      weights[slot] = vector.weights[at] ?? 0;
    }
  }
  return (vector) => {
    const cosines = new Float64Array(vectors.length);
    for (let at = 0; at < vector.places.length; at++) {
      const place = vector.places[at] as number;
      const weight = vector.weights[at] as number;
      const end = starts[place + 1] as number;
      for (let slot = starts[place] as number; slot < end; slot++) {
        const owner = owners[slot] as number;
        cosines[owner] = (cosines[owner] as number) + weight * (weights[slot] as number);
      }
    }
    const nearest: Nearest = { at: -1, cosine: 0 };
    for (let at = 0; at < cosines.length; at++) {
      const cosine = cosines[at] as number;
      if (cosine > nearest.cosine) Object.assign(nearest, { at, cosine });
    }
    return nearest;
  };
}
