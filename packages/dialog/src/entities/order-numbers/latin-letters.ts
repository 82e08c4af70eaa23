/** Cyrillic letters that cannot be told from Latin ones on a receipt. */
const LATIN: Readonly<Record<string, string>> = {
  А: "A",
  В: "B",
  Е: "E",
  К: "K",
  М: "M",
  Н: "H",
  О: "O",
  Р: "P",
  С: "C",
  Т: "T",
  У: "Y",
  Х: "X",
};

/**
 * A number as its source writes it: upper case, no blanks, look-alike letters Latin. Other Cyrillic letters stay, and with
 * them the whole prefix: a shop that numbers `ЗКМ-17` has no Latin letters in it.
 */
export function latinLetters(written: string): string {
  const upper = written
    .toUpperCase()
    .replaceAll(/\s/g, "")
    .replaceAll(/[‐‑‒–—−]/g, "-");
  return upper.replaceAll(/\p{L}+/gu, (letters) => {
    const latin = Array.from(letters, (letter) => LATIN[letter] ?? letter).join("");
    return /[А-Я]/.test(latin) ? letters : latin;
  });
}
