const LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю";

/** A text typed with the Latin layout, as the Russian one would have written it: "pfrfp" is "заказ". */
export function toCyrillicLayout(text: string): string {
  return mapKeys(text.toLowerCase(), LATIN_KEYS, CYRILLIC_KEYS);
}

/** A text typed with the Russian layout, as the Latin one would have written it: "щквук" is "order". */
export function toLatinLayout(text: string): string {
  return mapKeys(text.toLowerCase(), CYRILLIC_KEYS, LATIN_KEYS);
}

function mapKeys(text: string, from: string, to: string): string {
  let mapped = "";
  for (const character of text) {
    const key = from.indexOf(character);
    mapped += key === -1 ? character : to.charAt(key);
  }
  return mapped;
}
