import { isConcept, type Features } from "../text/features.ts";

/** Meaning weighs more than wording: measured, as are all numbers of this folder, by `pnpm eval nlu`. */
const WEIGHT_OF_CONCEPT = 1.3;

/** A text as direction: places, each once, and their weights; of length 1 with what is unknown counted in. */
export type Vector = {
  places: Int32Array;
  weights: Float64Array;
  /** The share of the text, by weight, that the training phrases have too; 0 for a text without words. */
  known: number;
};

export type VectorSpace = {
  /** What each place stands for: the word features first, from `firstLetters` on the letter features. */
  names: readonly string[];
  firstLetters: number;
  vectorOf(features: Features): Vector;
};

type Block = { places: Map<string, number>; rarity: Float64Array; rarityOfUnknown: number; first: number };

/** TF-IDF over the given texts; rare features weigh more, and words and letters the same in sum. */
export function createVectorSpace(texts: readonly Features[]): VectorSpace {
  const words = createBlock(
    texts.map((features) => features.words),
    0,
  );
  const letters = createBlock(
    texts.map((features) => features.letters),
    words.places.size,
  );
  return {
    names: [...words.places.keys(), ...letters.places.keys()],
    firstLetters: letters.first,
    vectorOf: (features) => join(weigh(features.words, words), weigh(features.letters, letters)),
  };
}

function createBlock(texts: readonly ReadonlyMap<string, number>[], first: number): Block {
  const frequency = new Map<string, number>();
  for (const counts of texts) for (const name of counts.keys()) frequency.set(name, (frequency.get(name) ?? 0) + 1);
  const names = [...frequency.keys()].sort();
  const rarityOf = (inTexts: number) => Math.log((1 + texts.length) / (1 + inTexts)) + 1;
  return {
    places: new Map(names.map((name, at) => [name, first + at])),
    rarity: Float64Array.from(names, (name) => rarityOf(frequency.get(name) ?? 0)),
    rarityOfUnknown: rarityOf(0),
    first,
  };
}

type Weighed = { entries: [place: number, weight: number][]; square: number; knownSquare: number };

function weigh(counts: ReadonlyMap<string, number>, block: Block): Weighed {
  const weighed: Weighed = { entries: [], square: 0, knownSquare: 0 };
  for (const [name, times] of counts) {
    const place = block.places.get(name);
    const rarity = place === undefined ? block.rarityOfUnknown : (block.rarity[place - block.first] ?? 0);
    const weight = (1 + Math.log(times)) * rarity * (isConcept(name) ? WEIGHT_OF_CONCEPT : 1);
    weighed.square += weight * weight;
    if (place === undefined) continue;
    weighed.knownSquare += weight * weight;
    weighed.entries.push([place, weight]);
  }
  return weighed;
}

function join(words: Weighed, letters: Weighed): Vector {
  const size = words.entries.length + letters.entries.length;
  const vector: Vector = { places: new Int32Array(size), weights: new Float64Array(size), known: 0 };
  let at = 0;
  for (const { entries, square, knownSquare } of [words, letters]) {
    if (square === 0) continue;
    vector.known += knownSquare / square / 2;
    const length = Math.sqrt(2 * square);
    for (const [place, weight] of entries) {
      vector.places[at] = place;
      vector.weights[at] = weight / length;
      at++;
    }
  }
  return vector;
}
