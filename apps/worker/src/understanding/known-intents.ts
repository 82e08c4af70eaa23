import type { AnyBot } from "@botdeck/dialog";
import type { KnownIntent } from "@botdeck/nlu-providers";

/** A bot's intents as a provider is told of them, with their titles in English: to a model it is one language with names. */
export function knownIntents({ intents = {}, texts }: Pick<AnyBot, "intents" | "texts">): KnownIntent[] {
  return Object.entries(intents).map(([name, { title, examples }]) => {
    const words = title === undefined ? undefined : texts.en[title];
    return { name, examples, ...(words !== undefined && { title: words }) };
  });
}
