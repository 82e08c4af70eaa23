import { type StoreIntent, storeIntents } from "./intents.ts";
import type { StoreContext } from "./store-context.ts";

/** Below this an intent is hardly worth a word. */
const LEAST = 0.03;
const WISHES: readonly StoreIntent[] = ["orderStatus", "availability", "productReturn", "purchase"];

/** How to go on with a wish in one's own words; empty for one that has none. */
export const howTo = (ctx: Pick<StoreContext, "t">, guess: string): string => ctx.t("orElse", { guess }).trim();

/** After an answer that was only probably the right one: how to go on if something else was meant; else empty. */
export function orElse(ctx: StoreContext): string {
  const { sure, leaning, understood } = ctx.said;
  const { orderNumbers, phones } = understood.entities;
  // A number or a phone was an answer, and no guess.
  if (sure !== null || leaning == null || orderNumbers.length + phones.length > 0) return "";
  const topicOf = (intent: string) => storeIntents[intent as StoreIntent]?.topic;
  const other = understood.intents.find(
    ({ intent, confidence }) =>
      confidence >= LEAST && WISHES.some((wish) => wish === intent) && topicOf(intent) !== topicOf(leaning),
  );
  return other === undefined ? "" : howTo(ctx, other.intent);
}

/** Sentences in one line; those that are empty say nothing. */
export const sentences = (...each: readonly string[]): string => each.filter(Boolean).join(" ");
