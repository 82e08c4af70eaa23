import { withoutMarkup } from "../nlu/text/normalise.ts";
import { LANGUAGES, type Language } from "./catalog.ts";
import { isInEnglish, latinLanguage } from "./latin-language.ts";

const CYRILLIC = /\p{Script=Cyrillic}/gu;
const LATIN = /\p{Script=Latin}/gu;
/** Fewer letters than this (an order number, "ok") say nothing about the language. */
const TELLING_LETTERS = 3;

/**
 * The language to answer in: that of the words the person wrote, else the one spoken so far, else the portal's. A product's
 * name or one's own in Latin letters is no other language, and neither are a command and what a button puts behind it.
 */
export function chooseLanguage(written: string, soFar: string | null, portalLanguage: string | null): Language {
  const text = withoutMarkup(written).trim();
  const cyrillic = text.match(CYRILLIC)?.length ?? 0;
  const latin = text.startsWith("/") ? 0 : (text.match(LATIN)?.length ?? 0);
  const spoken = known(soFar);
  if (cyrillic >= TELLING_LETTERS && (cyrillic > latin || !isInEnglish(text))) return "ru";
  if (latin >= TELLING_LETTERS && latin > cyrillic) return latinLanguage(text) ?? spoken ?? "en";
  return spoken ?? known(portalLanguage) ?? "en";
}

function known(language: string | null): Language | undefined {
  return LANGUAGES.find((each) => each === language);
}
