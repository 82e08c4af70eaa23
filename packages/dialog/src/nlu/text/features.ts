import { conceptOf } from "./concepts/concept-of.ts";
import { stem } from "./stem.ts";

const SHORTEST = 2;
const LONGEST = 4;

/** Begins the name of a feature that stands for a group of words of like meaning. */
const CONCEPT_MARK = "#";

/**
 * Counts of what a text is made of: stems, pairs of stems and what the words mean; and the letter sequences inside its
 * words.
 */
export type Features = { words: ReadonlyMap<string, number>; letters: ReadonlyMap<string, number> };

/** Takes the words that `normalise` gives. */
export function featuresOf(tokens: readonly string[]): Features {
  return { words: countWords(tokens), letters: countLetters(tokens) };
}

export function isConcept(name: string): boolean {
  return name.startsWith(CONCEPT_MARK);
}

/** A pair is told from a word by its space. */
function countWords(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  let before: string | undefined;
  for (const token of tokens) {
    const word = stem(token);
    count(counts, word);
    if (before !== undefined) count(counts, `${before} ${word}`);
    const concept = conceptOf(token);
    if (concept !== null) count(counts, `${CONCEPT_MARK}${concept}`);
    before = word;
  }
  return counts;
}

/** Words are padded, so that beginnings and endings differ from middles: "_зак", "каз", "аза_". */
function countLetters(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) {
    const padded = `_${token}_`;
    for (let length = SHORTEST; length <= LONGEST; length++) {
      for (let at = 0; at + length <= padded.length; at++) count(counts, padded.slice(at, at + length));
    }
  }
  return counts;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
