import type { BotIntent, Example } from "../types.ts";

/** As many as there are keys for. */
const MOST = 9;
const OOS = "oos";

/**
 * What a phrase means most likely: what the bot took it for, then what was chosen lately, then the intents with most phrases; none of
 * them last, so that it has its key as well.
 */
export function likeliest(
  { guessedIntent, intent }: Pick<Example, "guessedIntent" | "intent">,
  intents: readonly BotIntent[],
  lately: readonly string[],
): string[] {
  const known = new Set(intents.map(({ name }) => name));
  const byPhrases = intents.toSorted((one, other) => other.phrases - one.phrases).map(({ name }) => name);
  const wanted = [intent, guessedIntent, ...lately, ...byPhrases].flatMap((name) =>
    name !== null && name !== OOS && known.has(name) ? [name] : [],
  );
  return [...[...new Set(wanted)].slice(0, MOST - 1), OOS];
}
