import { inOtherLayout } from "../products/search/other-layout.ts";
import { romanize } from "../products/search/romanize.ts";
import { wordsOf } from "../products/search/word-key.ts";

const SHORTEST_BEGINNING = 4;
const SHARE_OF_WORD = 0.6;
const LENGTH_OF_END = 3;
const SHORTEST_WITH_TYPO = 5;
const MOST_WORDS = 4;

/** Longer ones first. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/g, "щ"],
  [/sh/g, "ш"],
  [/ch/g, "ч"],
  [/zh/g, "ж"],
  [/kh/g, "х"],
  [/ts/g, "ц"],
  [/yu|ju/g, "ю"],
  [/ya|ja/g, "я"],
  [/ph/g, "ф"],
  [/x/g, "кс"],
];
const LATIN = "abvgdezijklmnoprstufhcwyq";
const CYRILLIC = "абвгдезийклмнопрстуфхквик";

/** What a word may stand as in the CRM: as it is, in the other alphabet, and as the other keyboard layout would have it. */
function formsOf(word: string): string[] {
  if (/\p{Script=Cyrillic}/u.test(word)) return [word, romanize(word)];
  return [...new Set([word, cyrillize(word), inOtherLayout(word) ?? word])];
}

function cyrillize(word: string): string {
  const sounds = SOUNDS.reduce((text, [sound, letter]) => text.replaceAll(sound, letter), word);
  return sounds.replaceAll(/[a-z]/g, (letter) => CYRILLIC[LATIN.indexOf(letter)] ?? letter);
}

/**
 * A filter of `crm.item.list` that each word of a name has to meet in one of the fields. It lets through what begins alike,
 * for cases and endings, and what begins and ends alike, for typos in between: whoever asks ranks what comes.
 *
 * @returns Null for words that hold nothing to look for.
 * @see Bitrix24 docs: crm/universal/crm-item-list, filter
 */
export function nameFilter(words: string, fields: readonly string[]): Record<string, unknown> | null {
  const asked = wordsOf(words).slice(0, MOST_WORDS);
  if (asked.length === 0) return null;
  const conditions = asked.map((word) =>
    anyOf(formsOf(word).flatMap((form) => fields.flatMap((field) => likes(field, form)))),
  );
  return Object.fromEntries(conditions.map((condition, index) => [index, condition]));
}

function likes(field: string, word: string): Record<string, string>[] {
  const beginning = word.slice(0, Math.max(SHORTEST_BEGINNING, Math.ceil(word.length * SHARE_OF_WORD)));
  const like = { [`%${field}`]: beginning };
  if (word.length < SHORTEST_WITH_TYPO) return [like];
  return [like, { [`=%${field}`]: `${word.charAt(0)}%${word.slice(-LENGTH_OF_END)}%` }];
}

function anyOf(conditions: readonly Record<string, string>[]): Record<string, unknown> {
  return { logic: "OR", ...Object.fromEntries(conditions.map((condition, index) => [index, condition])) };
}
