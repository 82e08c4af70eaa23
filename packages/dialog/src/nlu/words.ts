/** Endings carry little here: the first letters of a word tell "заказ", "заказа" and "заказы" apart from other words well enough. */
const STEM_LENGTH = 5;

/** The words of a text in a form in which spelling variants meet: lower case, ё as е, no punctuation, shortened. */
export function wordsOf(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .normalize("NFKC")
    .replaceAll("ё", "е")
    .match(/[\p{L}\p{N}]+/gu);
  return new Set((words ?? []).map((word) => word.slice(0, STEM_LENGTH)));
}
