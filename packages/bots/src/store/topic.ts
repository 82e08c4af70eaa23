import { type StoreIntent, storeIntents } from "./intents.ts";
import type { StoreContext } from "./store-context.ts";

/** What the words may be about, however unsure that is: the operator's queue is sorted by it. */
export function topicOf(ctx: StoreContext, except: StoreIntent): string {
  const guess = ctx.said.understood.intents.find(
    ({ intent, confidence }) => intent !== except && intent !== "oos" && confidence >= GUESS_AT,
  );
  // Whoever names an order is heard by those who know about orders, unless something else is clear.
  const isNumbered = ctx.said.understood.entities.orderNumbers.length > 0;
  if (isNumbered && (guess === undefined || guess.confidence < CLEAR_AT)) return "order_status";
  const { guess: before } = ctx.known;
  const known = ctx.visit?.topic ?? (typeof before === "string" ? topicOfIntent(before) : null);
  const topic = guess === undefined ? known : topicOfIntent(guess.intent);
  return topic === null || topic === "smalltalk" ? (known ?? "other") : topic;
}

const CLEAR_AT = 0.5;
/** Below this an intent tells nothing about the topic. */
const GUESS_AT = 0.25;

const topicOfIntent = (intent: string): string =>
  intent in storeIntents ? storeIntents[intent as StoreIntent].topic : "other";
