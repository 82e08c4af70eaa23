import { stemEnglish } from "./stem-english.ts";
import { stemRussian } from "./stem-russian.ts";

const CYRILLIC = /^[а-я]+$/u;
const LATIN = /^[a-z']+$/u;

/** The word without its endings, by the script that it is written in; other words and mixtures stay as they are. */
export function stem(word: string): string {
  if (CYRILLIC.test(word)) return stemRussian(word);
  return LATIN.test(word) ? stemEnglish(word) : word;
}
