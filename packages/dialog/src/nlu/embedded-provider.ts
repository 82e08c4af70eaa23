import type { IntentProvider } from "./intent-provider.ts";
import type { EmbeddedModel } from "./model/embedded-model.ts";

/** The provider that needs nothing but the bot's own examples, and that all others fall back to. */
export function embeddedProvider(model: EmbeddedModel): IntentProvider {
  return { name: "embedded", rank: ({ text }) => model.rank(text) };
}
