import type { TaughtPhrase } from "@botdeck/db";
import { type IntentDefinition, OOS } from "@botdeck/dialog";

type Intents = Readonly<Record<string, IntentDefinition>>;

/**
 * A bot's intents with the phrases that it was taught beside its own. What people say counts for more than what the bot's author
 * wrote: the same words leave the intent that they stood in. Phrases of intents that the bot has no more are left out.
 */
export function taughtIntents(own: Intents, phrases: readonly TaughtPhrase[]): Record<string, IntentDefinition> {
  const meant = new Map(
    phrases.flatMap(({ text, intent }) => {
      const words = wordsToLearn(text);
      return words !== "" && (intent === OOS || Object.hasOwn(own, intent)) ? [[words, intent] as const] : [];
    }),
  );
  if (meant.size === 0) return own;
  const isAboutNothing = [...meant.values()].includes(OOS) && !Object.hasOwn(own, OOS);
  const all: Intents = isAboutNothing ? { ...own, [OOS]: { examples: [] } } : own;
  const taught = Object.entries(all).map(([intent, definition]) => {
    const kept = definition.examples.filter((text) => (meant.get(text) ?? intent) === intent);
    const isKept = new Set(kept);
    const added = [...meant].flatMap(([text, of]) => (of === intent && !isKept.has(text) ? [text] : []));
    return [intent, { ...definition, examples: [...kept, ...added] }] as const;
  });
  return Object.fromEntries(taught);
}

/** Where something of a person stood there is a mark, such as `[name]`: no word of theirs, and nothing to learn. */
const wordsToLearn = (text: string) =>
  text
    .replaceAll(/\[[^\]]*\]/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
