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

/** What a text is written with, when some of it is a person's words: no tag of theirs may work in the bot's name. */
export const plainValues = (values: Readonly<Record<string, string | number>> = {}): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? plainWords(value) : value]),
  );
