import { likeness } from "../products/search/likeness.ts";
import { inOtherLayout } from "../products/search/other-layout.ts";
import { wordKeys, wordsOf } from "../products/search/word-key.ts";

/** Something that words may mean, and how surely, up to 1. */
export type Found<Item> = { item: Item; sureness: number };

/** A name that is only alike; below it, no more than the same beginning. */
const IN_ANOTHER_CASE = 0.95;
const BEGINNING = 0.85;
const INITIAL = 0.75;
const LIKE = 0.8;
const OTHER_LAYOUT = 0.9;
const SHORTEST_BEGINNING = 3;
const SURNAME = /(?:ов|ев)$/u;
const FLEETING_VOWEL = /[ео](?=[лкц]$)/u;
/** Words around a name that are no part of it. */
const AROUND = new Set("отдел отдела отделу отделе департамент служба группа department team division".split(" "));

type Word = { text: string; keys: readonly string[] };

/**
 * What words may mean among things with names, the likeliest first and then by name; every word has to stand for a part of
 * the name. `Иванову`, `ivanov` and `bdfyjd` mean Иванов, `П. Иванов` one of two.
 *
 * @param partsOf The name's parts, such as first and last name.
 */
export function rankByName<Item extends { name: string }>(
  words: string,
  items: readonly Item[],
  partsOf: (item: Item) => readonly string[],
): Found<Item>[] {
  const typed = asked(words);
  const switched = inOtherLayout(words);
  const layouts = [
    { words: typed, weight: 1 },
    ...(switched === null ? [] : [{ words: asked(switched), weight: OTHER_LAYOUT }]),
  ];
  return items
    .map((item) => {
      const parts = partsOf(item).flatMap((part) => wordsOf(part).map(partOf));
      return { item, sureness: Math.max(...layouts.map((one) => one.weight * surenessOf(one.words, parts))) };
    })
    .filter(({ sureness }) => sureness > 0)
    .toSorted((one, other) => other.sureness - one.sureness || one.item.name.localeCompare(other.item.name));
}

function asked(words: string): Word[] {
  const all = wordsOf(words);
  const own = all.filter((word) => !AROUND.has(word));
  return (own.length > 0 ? own : all).map(wordOf);
}

const wordOf = (text: string): Word => ({ text, keys: keysOf(text) });

/** `Иванов` is no case of `Иван`. */
const keysOf = (text: string): string[] => (SURNAME.test(text) ? wordKeys(text).slice(-1) : wordKeys(text));

/** `Павел` is `Павлу` in another case. */
function partOf(text: string): Word {
  const short = text.replace(FLEETING_VOWEL, "");
  return { text, keys: short === text ? keysOf(text) : [...keysOf(text), ...keysOf(short)] };
}

/** As sure as the least sure of the words; no part of a name stands for two of them. */
function surenessOf(words: readonly Word[], parts: readonly Word[]): number {
  if (words.length === 0) return 0;
  const left = [...parts];
  let least = 1;
  for (const word of words) {
    const marks = left.map((part) => mark(word, part));
    const best = Math.max(0, ...marks);
    if (best === 0) return 0;
    left.splice(marks.indexOf(best), 1);
    least = Math.min(least, best);
  }
  return least;
}

function mark(word: Word, part: Word): number {
  if (word.text === part.text) return 1;
  if (word.keys.some((key) => part.keys.includes(key))) return IN_ANOTHER_CASE;
  if (word.text.length === 1) return part.text.startsWith(word.text) ? INITIAL : 0;
  const isBeginning = word.keys.some((key) => part.keys.some((known) => known.startsWith(key)));
  if (word.text.length >= SHORTEST_BEGINNING && isBeginning) return BEGINNING;
  return LIKE * Math.max(0, ...word.keys.flatMap((key) => part.keys.map((known) => likeness(key, known))));
}
