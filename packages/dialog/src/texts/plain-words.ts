/** Longer quotations help nobody. */
const MOST = 300;

/** Words without HTML, BB codes and lines of their own, cut to what fits into a sentence. */
export const plainWords = (text: string): string =>
  text
    .slice(0, MOST * 4)
    .replace(/<[^<>]*>?/g, " ")
    .replace(/\[[^[\]]*\]?/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, MOST);
