/** The words by themselves: lower case, without punctuation. */
export const bareWords = (text: string): string =>
  (
    text
      .toLowerCase()
      .replaceAll("ё", "е")
      .replaceAll("’", "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  ).join(" ");

/**
 * True when words of these kinds are the whole message. A word more may change everything: "right" agrees, "right, do not
 * send it yet" does not.
 *
 * @param wanted At least one of them has to be there.
 * @param filling Words that mean nothing beside them.
 */
export function isNothingBut(text: string, wanted: RegExp, filling: RegExp): boolean {
  const words = bareWords(text);
  const rest = words.replace(global(wanted), " ");
  return rest !== words && rest.replace(global(filling), " ").trim() === "";
}

const global = ({ source }: RegExp): RegExp => new RegExp(source, "gu");
