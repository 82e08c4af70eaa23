import { B24Error } from "@botdeck/b24-client";
import { AppError, type DoubtPolicy, messageOf } from "@botdeck/core";
import type { DeliveryOutcome } from "@botdeck/db";

import type { Look } from "./carrier.ts";

/** When to look after a call that ended in doubt: the portal may still be at work on it. */
const FIRST_LOOK_MS = 3_000;
const NEXT_LOOK_MS = 5_000;
/** As many looks in vain say that it did not arrive. */
const LOOKS = 2;

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 60_000;
/** What nobody can explain is tried this often. */
const UNEXPLAINED_TRIES = 5;
/** A portal that wants to be authorised again needs a person. */
const REAUTHORISE_WAIT_MS = 60_000;

/**
 * What an attempt that failed means for its effect.
 *
 * @param attempt Attempts so far, this one included.
 * @param random A number in [0, 1), for the jitter that keeps many retries apart.
 */
export function outcomeOfFailure(error: unknown, attempt: number, random: number): DeliveryOutcome {
  const text = messageOf(error);
  if (error instanceof B24Error && error.outcome === "unknown") {
    return { kind: "uncertain", error: text, lookInMs: FIRST_LOOK_MS, hasLooked: false };
  }
  if (!(error instanceof AppError)) return triedEnough(text, attempt, random);
  switch (error.code) {
    case "rate_limited":
      return { kind: "retry", error: text, inMs: error.retryAfterMs ?? FIRST_RETRY_MS };
    case "unreachable":
      return { kind: "retry", error: text, inMs: error.retryAfterMs ?? backoffMs(attempt, random) };
    case "unauthorized":
      return { kind: "retry", error: text, inMs: REAUTHORISE_WAIT_MS };
    case "invariant":
      return triedEnough(text, attempt, random);
    case "invalid":
    case "forbidden":
    case "not_found":
    case "conflict":
    case "rejected":
      return { kind: "dead", error: text };
  }
}

/** What a look means: it arrived, it certainly did not, or nobody can tell and the policy decides. */
export function outcomeOfLook(look: Look, looksBefore: number, policy: DoubtPolicy): DeliveryOutcome {
  if (look.kind === "found") return { kind: "sent", externalId: look.externalId, via: "look" };
  if (look.kind === "repeatable")
    return { kind: "retry", error: "It may have been done; a repeat does no harm", inMs: 0 };
  if (look.kind === "absent") {
    const isSure = looksBefore + 1 >= LOOKS;
    if (isSure) return { kind: "retry", error: "It was looked for and had not arrived; sent again", inMs: 0 };
    return { kind: "uncertain", error: "Not seen yet", lookInMs: NEXT_LOOK_MS, hasLooked: true };
  }
  switch (policy) {
    case "at_least_once":
      return { kind: "retry", error: "Nobody can tell whether it arrived; sent again by its policy", inMs: 0 };
    case "at_most_once":
      return { kind: "dead", error: "Nobody can tell whether it arrived; not sent again by its policy" };
    case "ask":
      return { kind: "dead", error: "Nobody can tell whether it was done: look at the portal, then replay or discard" };
  }
}

/** A look that failed says nothing: look again. */
export function outcomeOfFailedLook(error: unknown): DeliveryOutcome {
  return { kind: "uncertain", error: messageOf(error), lookInMs: NEXT_LOOK_MS, hasLooked: false };
}

function triedEnough(error: string, attempt: number, random: number): DeliveryOutcome {
  if (attempt >= UNEXPLAINED_TRIES) return { kind: "dead", error };
  return { kind: "retry", error, inMs: backoffMs(attempt, random) };
}

/** Full jitter: anywhere between nothing and twice as much as the last time. */
function backoffMs(attempt: number, random: number): number {
  const ceiling = Math.min(FIRST_RETRY_MS * 2 ** attempt, LONGEST_RETRY_MS);
  return Math.max(50, Math.round(ceiling * random));
}
