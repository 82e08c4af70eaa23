import type { B24Client, CallOptions, EventOwner, MissedBy, SessionHistory } from "@botdeck/b24-client";
import type { DatabaseHandle, OutageLimit, Portal } from "@botdeck/db";

import type { Keep } from "./keep-found.ts";
import type { Window } from "./missed-events-of.ts";

/** One thing to look through after an outage: a dialog, a queue, a kind of records. */
export type Place = {
  /** For a person, the portal first; once in an outage. */
  where: string;
  /** It goes before the others of its portal: what it keeps comes earlier than what they may keep. */
  isAlone?: boolean;
  /** Nobody can look there, ever; it is only told. */
  limit?: OutageLimit;
  /**
   * Looks and keeps what was missed.
   *
   * @returns What could not be looked at; null when all was.
   */
  look(keep: Keep): Promise<string | null>;
};

/** What a place needs to look: a portal, as the person who installed the app or made the webhook. */
export type PortalView = {
  db: DatabaseHandle["db"];
  portal: Portal;
  client: B24Client;
  /** As one person; they must have given the app their rights. */
  clientOf: (userId: string) => B24Client;
  /** Portal user id of whom `client` acts for. */
  userId: string;
  window: Window;
  answerWithinMs: number;
  /** The session that runs or ran last in an open line's chat, read once. */
  latestSession: (chatId: string) => Promise<SessionHistory | null>;
  calls: CallOptions;
};

export type BotOnPortal = MissedBy & EventOwner & { code: string };

/** Behind everything that a person waits for: nobody waits for these calls. */
export function unhurried(signal: AbortSignal): CallOptions {
  return { lane: "digest", maxWaitMs: 300_000, signal };
}
