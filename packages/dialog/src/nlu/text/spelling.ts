import { conceptOf } from "./concepts/concept-of.ts";
import { stem } from "./stem.ts";

/** In shorter words one letter makes another word too often. */
const SHORTEST = 5;
/** No word is longer; what is costs time by the cube of its letters. */
const LONGEST = 40;
/** As long must the beginning be by which a misspelt word is found among the groups of meaning. */
const SHORTEST_CONCEPT = 6;

/** Puts one slip right in a word that the training phrases do not have; all others stay as they are. */
export type Spelling = (word: string) => string;

/**
 * A spelling that knows the words of the training phrases, whatever their endings, and the groups of meaning. A slip is a
 * letter too many, missing or wrong, or two that changed places.
 */
export function createSpelling(words: Iterable<string>): Spelling {
  const wordByStem = new Map<string, string>();
  for (const word of [...new Set(words)].sort()) {
    const known = stem(word);
    if (!wordByStem.has(known)) wordByStem.set(known, word);
  }
  const stemsByPart = new Map<string, string[]>();
  for (const known of wordByStem.keys()) {
    if (known.length < SHORTEST) continue;
    for (const part of [known, ...withoutOneLetter(known)]) {
      stemsByPart.set(part, [...(stemsByPart.get(part) ?? []), known]);
    }
  }
  return (word) => {
    if (word.length < SHORTEST || word.length > LONGEST || !/^\p{L}+$/u.test(word)) return word;
    const written = stem(word);
    if (wordByStem.has(written) || conceptOf(word) !== null) return word;
    const parts = written.length < SHORTEST ? [] : [written, ...withoutOneLetter(written)];
    for (const part of parts) {
      const found = stemsByPart.get(part)?.find((known) => isOneSlip(written, known));
      if (found !== undefined) return wordByStem.get(found) ?? word;
    }
    const slips = [...withTwoSwapped(word), ...withoutOneLetter(word)];
    return slips.find((slip) => wordByStem.has(stem(slip)) || conceptOf(slip, SHORTEST_CONCEPT) !== null) ?? word;
  };
}

function isOneSlip(left: string, right: string): boolean {
  // The first letter is seldom missed, and another one mostly makes another word.
  if (left[0] !== right[0] || Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start++;
  let end = 0;
  while (end < Math.min(left.length, right.length) - start && left.at(-1 - end) === right.at(-1 - end)) end++;
  const [ofLeft, ofRight] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  // At the end of a stem it is rather another form, or another word, than a slip.
  if (ofLeft.length <= 1 && ofRight.length <= 1) return end > 0;
  return ofLeft.length === 2 && ofRight.length === 2 && ofLeft[0] === ofRight[1] && ofLeft[1] === ofRight[0];
}

function withoutOneLetter(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

function withTwoSwapped(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => {
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  });
}
