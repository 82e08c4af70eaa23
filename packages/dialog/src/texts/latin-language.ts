import { conceptOf } from "../nlu/text/concepts/concept-of.ts";
import { toCyrillic } from "../nlu/text/transliteration.ts";
import type { Language } from "./catalog.ts";

const RUSSIAN = wordsOf(`
  gde kogda skolko chto chego kak kakoy kakoj kakaya kakie est da ne nu moy moj moya moe moi mne menya vy vas vam tebya
  kto za po iz ot na li zhe eto etot uzhe uje esche eshe yeshe mozhno mojno nuzhno nujno nado hochu xochu
  privet zdravstvuyte zdravstvujte zdrastvuyte dobryy dobryj den vecher utro spasibo pozhaluysta pozhalujsta pojaluista
  svidaniya segodnya zavtra vchera tolko ochen nomer aga ugu horosho xorosho ladno konechno verno pochemu zachem
`);

const ENGLISH = wordsOf(`
  the a an i is are am was were be been i'm you your yours my mine we our they them he she it its this that these those what which where
  when why who how do does did don't didn't have has had can can't could would will shall should not no yes ok okay please pls hi
  hello helo hey thanks thank thx and or but for from of in on at with about get got want need any some there here by to me
  order return refund price super so much weight change changed use
`);

const SHORTEST_CONCEPT = 4;
/** The group of the makers' names, which are the same in both. */
const MAKERS = "bosch";

/** The language of words in Latin letters: English, or Russian as people type it without a Cyrillic keyboard ("gde moy zakaz"); null when they do not tell. */
export function latinLanguage(text: string): Language | null {
  let russian = 0;
  let english = 0;
  for (const word of wordsIn(text)) {
    const language = languageOf(word);
    if (language === "ru") russian++;
    if (language === "en") english++;
  }
  if (russian === english) return null;
  return russian > english ? "ru" : "en";
}

/** Russian in Latin letters in its own, as far as the letters tell; all other words as they are. */
export const inOwnLetters = (text: string): string =>
  latinLanguage(text) === "ru" ? toCyrillic(text, "common") : text;

/** True for words that are put together in English, and not only named. */
export const isInEnglish = (text: string): boolean => wordsIn(text).some((word) => ENGLISH.has(word));

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll("’", "'")
    .match(/[a-z']+/g) ?? [];

function languageOf(word: string): Language | null {
  if (ENGLISH.has(word)) return "en";
  if (RUSSIAN.has(word)) return "ru";
  if (word.length < SHORTEST_CONCEPT) return null;
  const concept = conceptOf(word, SHORTEST_CONCEPT);
  if (concept !== null) return concept === MAKERS ? null : "en";
  return conceptOf(toCyrillic(word, "common"), SHORTEST_CONCEPT) === null ? null : "ru";
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
