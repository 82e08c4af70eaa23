import type { Tone } from "@botdeck/ui";

import type { Conversation } from "../../live/open-stream.ts";
import type { Queue } from "./search.ts";

export type OwnerKind = Exclude<Queue, "all">;

/** The queue a conversation stands in: the word before the colon of its owner. */
export function queueOf({ owner }: Pick<Conversation, "owner">): OwnerKind {
  if (owner.startsWith("queue:")) return "queue";
  if (owner.startsWith("operator:")) return "operator";
  return owner === "closed" ? "closed" : "bot";
}

export const QUEUE_TONE: Record<OwnerKind, Tone> = {
  bot: "bot",
  queue: "warning",
  operator: "human",
  closed: "neutral",
};
