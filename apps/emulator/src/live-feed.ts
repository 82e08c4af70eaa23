import type { Notification } from "./state/messenger.ts";
import type { Chat, Message, Person, Task } from "./state/model.ts";

export type LiveChange =
  | { type: "message" | "message.updated"; message: Message }
  | { type: "dialog"; chat: Chat }
  | { type: "task"; task: Task }
  | { type: "people"; person: Person }
  | Typing
  /** A new entry in a person's bell, or one that was read or taken away. */
  | { type: "notification" | "notification.removed"; notification: Notification }
  /** An event of the portal's business, such as `ONCRMDEALUPDATE`: something of its kind has changed. */
  | { type: "portal"; event: string }
  | { type: "faults" };

/** Somebody writes, or a bot says what it does. `statusCode` is Bitrix24's, such as `IMBOT_AGENT_ACTION_THINKING`. */
export type Typing = { type: "typing"; chat: Chat; personId: number; statusCode: string | null; durationMs: number };

/** Tells the chat page what has just changed on the portal. */
export type LiveFeed = {
  publish(change: LiveChange): void;
  /** @returns A function that ends the subscription. */
  subscribe(listener: (change: LiveChange) => void): () => void;
};

export function createLiveFeed(): LiveFeed {
  const listeners = new Set<(change: LiveChange) => void>();
  return {
    publish(change) {
      for (const listener of listeners) listener(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
