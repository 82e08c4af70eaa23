/** Ending, what stands in its place, and how many letters must remain before it. */
const ENDINGS: readonly (readonly [ending: string, instead: string, minimum: number])[] = [
  ["ically", "ic", 3],
  ["ations", "at", 3],
  ["ation", "at", 3],
  ["ments", "", 3],
  ["ment", "", 3],
  ["ness", "", 3],
  ["ies", "y", 2],
  ["ied", "y", 2],
  ["ing", "", 3],
  ["ers", "er", 3],
  ["est", "", 4],
  ["ed", "", 3],
  ["ly", "", 3],
  ["es", "e", 3],
  ["'s", "", 2],
  ["s", "", 3],
];

/** Takes the commonest English endings off, so that "cancelled", "cancelling" and "cancels" meet. */
export function stemEnglish(word: string): string {
  for (const [ending, instead, minimum] of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < minimum || word.endsWith("ss")) continue;
    return finish(word.slice(0, -ending.length) + instead);
  }
  return finish(word);
}

/** "cancell" and "cancel", "change" and "chang", "policy" and "polici" become one. */
function finish(stem: string): string {
  if (stem.length > 3 && stem.endsWith("e")) return stem.slice(0, -1);
  if (stem.length > 3 && /([bdfglmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return stem;
}
