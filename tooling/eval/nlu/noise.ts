const KEYS = new Map(
  [..."ёйцукенгшщзхъфывапролджэячсмитьбю"].map((letter, at) => [
    letter,
    "`qwertyuiop[]asdfghjkl;'zxcvbnm,.".charAt(at),
  ]),
);
const LATIN = new Map(
  [..."абвгдеёжзийклмнопрстуфхцчшщъыьэюя"].map((letter, at) => [
    letter,
    "a b v g d e yo zh z i y k l m n o p r s t u f h ts ch sh sch  y ' e yu ya".split(" ")[at] ?? "",
  ]),
);

/** Russian typed without switching the keyboard. */
export function inWrongLayout(text: string): string {
  return mapLetters(text, KEYS);
}

/** Russian in Latin letters. */
export function transliterated(text: string): string {
  return mapLetters(text, LATIN);
}

/** One slip of the finger in the longest word: two letters in the middle change places. */
export function withTypo(text: string): string {
  const longest = (text.match(/\p{L}+/gu) ?? []).reduce((best, word) => (word.length > best.length ? word : best), "");
  if (longest.length < 4) return text;
  const middle = Math.floor(longest.length / 2);
  const slipped =
    longest.slice(0, middle - 1) + longest.charAt(middle) + longest.charAt(middle - 1) + longest.slice(middle + 1);
  return text.replace(longest, slipped);
}

function mapLetters(text: string, letters: ReadonlyMap<string, string>): string {
  return [...text.toLowerCase()].map((letter) => letters.get(letter) ?? letter).join("");
}
