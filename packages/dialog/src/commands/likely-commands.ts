import { createSpelling } from "../nlu/text/spelling.ts";

/** More help nobody who slipped. */
const MOST = 3;
/** Whoever typed more meant no command's name. */
const LONGEST = 40;

/** Of the names those that a mistyped one was probably meant to be, the likeliest first. */
export function likelyCommands(typed: string, names: readonly string[]): string[] {
  if (typed.length > LONGEST) return [];
  const word = typed.toLowerCase();
  const corrected = createSpelling(names)(word);
  const isLike = (name: string) => name.startsWith(word.slice(0, 3)) || (word.length > 3 && name.includes(word));
  const likely = [...names.filter((name) => name === corrected), ...names.filter(isLike)];
  return [...new Set(likely)].slice(0, MOST);
}
