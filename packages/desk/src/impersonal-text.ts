import { withoutPersonalData } from "@botdeck/nlu-providers";

/** Shorter ones are also words of the language. */
const SHORTEST_NAME = 3;

/** A person's words without what tells who they are: numbers, addresses, and their own names wherever they stand. */
export function impersonalText(
  text: string,
  { language, names }: { language: "en" | "ru"; names: readonly string[] },
): string {
  const words = new Set(names.flatMap((name) => name.split(/[^\p{L}\p{M}'’-]+/u)));
  const own = [...words].filter((word) => word.length >= SHORTEST_NAME);
  const plain = withoutPersonalData(text, language);
  return own.reduce((rest, word) => rest.replaceAll(wholeWord(word), "[name]"), plain);
}

/** Names hold letters, hyphens and apostrophes, none of which means anything to a pattern. */
const wholeWord = (word: string) => new RegExp(`(?<![\\p{L}\\p{M}])${word}(?![\\p{L}\\p{M}])`, "giu");
