const RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
const KEYS = "f,dult`;pbqrkvyjghcnea[wxio]sm'.z";
const LATIN = "a b v g d e yo zh z i y k l m n o p r s t u f h ts ch sh sch _ y ' e yu ya".split(" ");

/** Russian typed without switching the keyboard. */
export function inWrongLayout(text: string): string {
  return mapLetters(text, (at) => KEYS.charAt(at));
}

/** Russian in Latin letters, the hard sign left out. */
export function transliterated(text: string): string {
  return mapLetters(text, (at) => LATIN[at]?.replace("_", "") ?? "");
}

/** One slip of the finger in the longest word: two letters in the middle change places. */
export function withTypo(text: string): string {
  const words = text.match(/\p{L}+/gu) ?? [];
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), "");
  if (longest.length < 4) return text;
  const middle = Math.floor(longest.length / 2);
  const swapped = longest.charAt(middle) + longest.charAt(middle - 1);
  return text.replace(longest, longest.slice(0, middle - 1) + swapped + longest.slice(middle + 1));
}

function mapLetters(text: string, mapped: (at: number) => string): string {
  return Array.from(text.toLowerCase(), (letter) => {
    const at = RUSSIAN.indexOf(letter);
    return at === -1 ? letter : mapped(at);
  }).join("");
}
