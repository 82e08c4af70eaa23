const VOWELS = "аеиоуыэюя";

/** Suffixes that count only behind а or я, and those that always do; longest first within each step. */
type Suffixes = { afterA: readonly string[]; always: readonly string[] };

const PERFECTIVE_GERUND = suffixes("в вши вшись", "ив ивши ившись ыв ывши ывшись");
const ADJECTIVE = suffixes("", "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею");
const PARTICIPLE = suffixes("ем нн вш ющ щ", "ивш ывш ующ");
const REFLEXIVE = suffixes("", "ся сь");
const VERB = suffixes(
  "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно",
  "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю",
);
const NOUN = suffixes(
  "",
  "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я",
);
const SUPERLATIVE = suffixes("", "ейш ейше");
const DERIVATIONAL = suffixes("", "ост ость");

/** The Russian stemmer of the Snowball project, after its published description; takes lower case, ё written as е. */
export function stemRussian(word: string): string {
  const start = regionBehindFirstVowel(word, 0);
  if (start === word.length) return word;
  const second = regionBehindConsonant(word, regionBehindConsonant(word, 0));

  let stem = cut(word, start, PERFECTIVE_GERUND) ?? endingCut(cut(word, start, REFLEXIVE) ?? word, start);
  stem = cut(stem, start, { afterA: [], always: ["и"] }) ?? stem;
  stem = cut(stem, Math.max(start, second), DERIVATIONAL) ?? stem;
  if (stem.endsWith("нн") && stem.length - 1 > start) return stem.slice(0, -1);
  const positive = cut(stem, start, SUPERLATIVE);
  if (positive !== null) return positive.endsWith("нн") ? positive.slice(0, -1) : positive;
  return cut(stem, start, { afterA: [], always: ["ь"] }) ?? stem;
}

function endingCut(word: string, start: number): string {
  const withoutAdjective = cut(word, start, ADJECTIVE);
  if (withoutAdjective !== null) return cut(withoutAdjective, start, PARTICIPLE) ?? withoutAdjective;
  return cut(word, start, VERB) ?? cut(word, start, NOUN) ?? word;
}

/** The word without the longest suffix that lies wholly behind `start`, or null when it has none. */
function cut(word: string, start: number, { afterA, always }: Suffixes): string | null {
  const longest = Math.max(lengthOf(word, start, always, false), lengthOf(word, start, afterA, true));
  return longest === 0 ? null : word.slice(0, -longest);
}

function lengthOf(word: string, start: number, candidates: readonly string[], needsA: boolean): number {
  const found = candidates.find((suffix) => {
    const at = word.length - suffix.length;
    if (at < start || !word.endsWith(suffix)) return false;
    return !needsA || (at > start && "ая".includes(word.charAt(at - 1)));
  });
  return found?.length ?? 0;
}

function regionBehindFirstVowel(word: string, from: number): number {
  for (let at = from; at < word.length; at++) if (VOWELS.includes(word.charAt(at))) return at + 1;
  return word.length;
}

function regionBehindConsonant(word: string, from: number): number {
  for (let at = regionBehindFirstVowel(word, from); at < word.length; at++) {
    if (!VOWELS.includes(word.charAt(at))) return at + 1;
  }
  return word.length;
}

function suffixes(afterA: string, always: string): Suffixes {
  return { afterA: longestFirst(afterA), always: longestFirst(always) };
}

function longestFirst(list: string): string[] {
  return list
    .split(" ")
    .filter((suffix) => suffix !== "")
    .sort((left, right) => right.length - left.length);
}
