import { appendFileSync } from "node:fs";

import type { PostOutcome } from "./post-form.ts";

/** What the drill knows of one message, without asking the system. */
export type Posted = {
  /** Its place in its dialog, from 1. */
  number: number;
  dialogId: string;
  messageId: string;
  text: string;
  /** What the bot must answer; null when it owes no answer. */
  reply: string | null;
  /** How often it was posted. */
  posts: number;
  /** It was answered 200 at least once. */
  isAccepted: boolean;
  /** The gateway that answered 200 first; null when none did. */
  acceptedBy: string | null;
  /** Milliseconds of the slowest answer. */
  slowestMs: number;
  /** Its first delivery failed: what a portal does not repeat was lost there, unless a balancer repeated it. */
  failures: string[];
};

export type Ledger = {
  /** In the order in which they were posted first. */
  readonly posted: readonly Posted[];
  open(message: Pick<Posted, "number" | "dialogId" | "messageId" | "text" | "reply">): Posted;
  note(message: Posted, gateway: string, outcome: PostOutcome, tookMs: number): void;
};

/** The books of one fault, also on disk at once, so that they outlive whatever breaks. */
export function createLedger(file: string): Ledger {
  const posted: Posted[] = [];
  return {
    posted,
    open(message) {
      const opened: Posted = { ...message, posts: 0, isAccepted: false, acceptedBy: null, slowestMs: 0, failures: [] };
      posted.push(opened);
      return opened;
    },
    note(message, gateway, outcome, tookMs) {
      message.posts += 1;
      message.slowestMs = Math.max(message.slowestMs, tookMs);
      const isTaken = outcome.kind === "answered" && outcome.status === 200;
      if (isTaken) {
        message.isAccepted = true;
        message.acceptedBy ??= gateway;
      } else message.failures.push(describe(outcome));
      const { dialogId, number, messageId } = message;
      const line = {
        at: new Date().toISOString(),
        dialogId,
        number,
        messageId,
        gateway,
        ...outcome,
        tookMs: Math.round(tookMs),
      };
      appendFileSync(file, `${JSON.stringify(line)}\n`);
    },
  };
}

export const NO_CONNECTION = "no connection";

export function describe(outcome: PostOutcome): string {
  if (outcome.kind === "answered") return `status ${outcome.status}`;
  return outcome.kind === "not_connected" ? NO_CONNECTION : outcome.reason;
}
