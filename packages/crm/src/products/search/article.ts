import { romanize } from "./romanize.ts";

const LONGEST = 30;
/** What 1C gives everything as its external code. */
const GUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** Cyrillic letters that look like Latin ones. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: "a",
  в: "b",
  е: "e",
  к: "k",
  м: "m",
  н: "h",
  о: "o",
  р: "p",
  с: "c",
  т: "t",
  у: "y",
  х: "x",
};

/** Whether a word reads as an article, such as `KT-200`: letters and digits, or at least a long number. */
export function isArticle(word: string): boolean {
  if (word.length > LONGEST || GUID.test(word) || !/^[\p{L}\d][\p{L}\d./_-]*$/u.test(word)) return false;
  return /\p{L}/u.test(word) ? /\d/.test(word) && !/\p{Ll}{4}/u.test(word) : /^\d[\d-]{5,}$/.test(word);
}

/** In every way that people write it: case, signs and the alphabet do not matter. */
export function articleKeys(word: string): string[] {
  const plain = word
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]/gu, "");
  const alike = plain.replaceAll(/[\u0400-\u04FF]/gu, (letter) => LOOK_ALIKES[letter] ?? letter);
  return [...new Set([alike, romanize(plain)])];
}
