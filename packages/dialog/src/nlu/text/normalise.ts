const BB_CODE = /\[\/?[a-z*]+(?:=[^\]]*)?\]/giu;
const MAIL = /[\w.+-]+@[\w-]+\.[\w.]+/gu;
const URL = /(?:https?:\/\/|www\.)\S+/gu;
const WORD = /[\p{L}\p{N}']+|\?/gu;

/** No intent needs more to be told; the rest of a very long message is not looked at. */
const MAX_CHARACTERS = 1000;

/**
 * The words of a message in one spelling: lower case, ё as е, no markup, repeated letters shortened, and numbers reduced
 * to their size, since "1042" and "1043" mean the same to an intent. A question mark counts as a word.
 */
export function normalise(text: string): string[] {
  const plain = withoutMarkup(text)
    .slice(0, MAX_CHARACTERS)
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll("’", "'")
    .replace(URL, " weblink ")
    .replace(MAIL, " mailbox ")
    .replace(/(\p{L})\1{2,}/gu, "$1$1")
    .replace(/\p{N}+/gu, sizeOfNumber);
  return plain.match(WORD) ?? [];
}

/** The text without the BB codes of the portal's chat. */
export function withoutMarkup(text: string): string {
  return text.slice(0, 2 * MAX_CHARACTERS).replace(BB_CODE, " ");
}

/** A count, an order number, a telephone number. */
function sizeOfNumber(digits: string): string {
  if (digits.length < 4) return "1";
  return digits.length < 10 ? "1111" : "1111111111";
}
