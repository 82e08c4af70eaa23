import { romanize } from "./romanize.ts";

const SHORTEST_STEM = 3;
/** Longer ones first. */
const RUSSIAN_ENDING =
  /(?:иями|ями|ами|ыми|ими|ого|его|ому|ему|ая|яя|ое|ее|ие|ые|ой|ей|ий|ый|ою|ею|ую|юю|ых|их|ым|им|ов|ев|ам|ям|ах|ях|ом|ем|а|я|о|е|и|ы|у|ю|ь|й)$/u;
const ENGLISH_ENDING = /(?:'s|(?<=s|x|z|ch|sh)es|(?<!s|u|i)s)$/;

/** How people write the same sound when they have no Russian keyboard, and what sounds alike in brands. */
const SAME_SOUND: readonly [RegExp, string][] = [
  [/shch|sch/g, "sh"],
  [/kh/g, "h"],
  [/ts|tz/g, "c"],
  [/ph/g, "f"],
  [/ck/g, "k"],
  [/w/g, "v"],
  [/[jy]/g, "i"],
  [/(.)\1+/g, "$1"],
];

/** The word without what grammar adds to it, in its own alphabet. */
export function stem(word: string): string {
  const ending = /[а-я]/u.test(word) ? RUSSIAN_ENDING : ENGLISH_ENDING;
  const rest = word.replace(ending, "");
  return rest.length < SHORTEST_STEM ? word : rest;
}

/** What words are compared by: `Чайники`, `chajnik` and `chainik` have one key. */
export function wordKey(word: string): string {
  return soundOf(stem(word));
}

/** The key, and that of the word as it stands: a brand such as `Сони` has no ending. */
export function wordKeys(word: string): string[] {
  return [...new Set([wordKey(word), soundOf(word)])];
}

function soundOf(word: string): string {
  return SAME_SOUND.reduce((key, [sound, letter]) => key.replaceAll(sound, letter), romanize(word));
}

/** The words of a text in lower case; an article such as `KT-200` is `kt` and `200`. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize("NFKC").toLowerCase().replaceAll("ё", "е");
  return plain.match(/\d+|\p{L}+(?:'s)?/gu) ?? [];
}
