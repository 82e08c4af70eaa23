/** Longer quotations help nobody. */
const MOST = 300;

/** Words without HTML, BB codes and lines of their own, cut to what fits into a sentence: then they end with “…”. */
export function plainWords(text: string): string {
  const plain = text
    .slice(0, MOST * 4)
    .replace(/<[^<>]*>?/g, " ")
    .replace(/\[[^[\]]*\]?/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const isWhole = plain.length <= MOST && text.length <= MOST * 4;
  return isWhole ? plain : `${plain.slice(0, MOST - 1).trimEnd()}…`;
}
