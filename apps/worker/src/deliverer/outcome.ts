import { B24Error } from "@botdeck/b24-client";
import { AppError, type DoubtPolicy, messageOf, NEXT_LOOKS_MS, RESENDS } from "@botdeck/core";
import { type DeliveryOutcome, isSealedOtherwise } from "@botdeck/db";

import type { Look } from "./carrier.ts";

/** When to look after a call that ended in doubt: a portal may be at work on it for a minute, and mostly is not. */
const FIRST_LOOK_MS = 3_000;
/** The pause after a look that failed. */
const LOOK_AGAIN_MS = 5_000;

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 60_000;
/** What nobody can explain is tried this often. */
const UNEXPLAINED_TRIES = 5;
/** A portal that wants to be authorised again needs a person. */
const REAUTHORISE_WAIT_MS = 60_000;

const ASK_A_PERSON = "Nobody can tell whether it was done: look at the portal, then replay or leave it";

/**
 * Only the portal's own secrets: people are asked for theirs anew. As with a portal that wants to be authorised again: nothing is
 * lost, and it leaves once a person has seen to it.
 */
const SEALED_OTHERWISE =
  "What opens this portal was sealed with another BOTDECK_SECRET_KEY than the worker has: this waits until the former key is put back or the portal is connected anew";

type Tries = { attempt: number; faults: number };

/**
 * What an attempt that failed means for its effect.
 *
 * @param tries.attempt Attempts so far, this one included; they only set the pace.
 * @param tries.faults Failures before this one that nobody could explain.
 * @param random A number in [0, 1), for the jitter that keeps many retries apart.
 */
export function outcomeOfFailure(error: unknown, tries: Tries, random: number): DeliveryOutcome {
  const text = messageOf(error);
  if (isSealedOtherwise(error)) return { kind: "retry", error: SEALED_OTHERWISE, inMs: REAUTHORISE_WAIT_MS };
  if (error instanceof B24Error && error.outcome === "unknown") {
    return { kind: "uncertain", error: text, lookInMs: FIRST_LOOK_MS, hasLooked: false };
  }
  if (!(error instanceof AppError)) return triedEnough(text, tries, random);
  switch (error.code) {
    case "rate_limited":
      return { kind: "retry", error: text, inMs: error.retryAfterMs ?? FIRST_RETRY_MS };
    case "unreachable":
      return { kind: "retry", error: text, inMs: error.retryAfterMs ?? backoffMs(tries.attempt, random) };
    case "unauthorized":
      return { kind: "retry", error: text, inMs: REAUTHORISE_WAIT_MS };
    case "invariant":
      return triedEnough(text, tries, random);
    case "invalid":
    case "forbidden":
    case "not_found":
    case "conflict":
    case "rejected":
    case "unsupported":
      return { kind: "dead", error: text, ...wordsOf(error) };
  }
}

function wordsOf(error: AppError): { words?: string } {
  const words = error instanceof B24Error ? error.portalWords : null;
  return words === null ? {} : { words };
}

/**
 * What a look means: it arrived, it certainly did not, or nobody can tell and the policy decides.
 *
 * @param before.looks Looks at the present doubt before this one.
 * @param before.resends How often its policy had it done again after a doubt.
 * @param before.faults Failures before this one that nobody could explain; a call that vanished is one.
 */
export function outcomeOfLook(
  look: Look,
  before: { looks: number; resends: number; faults: number },
  policy: DoubtPolicy,
): DeliveryOutcome {
  switch (look.kind) {
    case "found":
      return { kind: "sent", externalId: look.externalId, via: "look" };
    case "repeatable":
      return { kind: "retry", error: "It may have been done; a repeat does no harm", inMs: 0 };
    case "absent":
      return outcomeOfAbsence(before);
    case "unreadable":
      return byPolicy(policy, before.resends);
  }
}

function outcomeOfAbsence({ looks, faults }: { looks: number; faults: number }): DeliveryOutcome {
  const lookInMs = NEXT_LOOKS_MS[looks];
  if (lookInMs !== undefined) return { kind: "uncertain", error: "Not seen yet", lookInMs, hasLooked: true };
  if (faults >= RESENDS) return { kind: "dead", error: ASK_A_PERSON };
  return { kind: "retry", error: "It was looked for and had not arrived; sent again", inMs: 0, counts: "fault" };
}

function byPolicy(policy: DoubtPolicy, resends: number): DeliveryOutcome {
  switch (policy) {
    case "at_least_once":
      return again(resends);
    case "at_most_once":
      return { kind: "dead", error: "Nobody can tell whether it arrived; not sent again by its policy" };
    case "ask":
      return { kind: "dead", error: ASK_A_PERSON };
  }
}

/** A portal that never answers, or in a way we cannot read, must not get the same word for ever. */
function again(resends: number): DeliveryOutcome {
  if (resends >= RESENDS) return { kind: "dead", error: ASK_A_PERSON };
  const error = "Nobody can tell whether it arrived; sent again by its policy";
  return { kind: "retry", error, inMs: 0, counts: "resend" };
}

/** A look that failed says nothing, so look again; one that will be refused for ever leaves it to the policy. */
export function outcomeOfFailedLook(error: unknown, before: { resends: number }, policy: DoubtPolicy): DeliveryOutcome {
  if (error instanceof AppError && !error.isRetryable && error.code !== "unauthorized") {
    return byPolicy(policy, before.resends);
  }
  return { kind: "uncertain", error: messageOf(error), lookInMs: LOOK_AGAIN_MS, hasLooked: false };
}

function triedEnough(error: string, { attempt, faults }: Tries, random: number): DeliveryOutcome {
  if (faults + 1 >= UNEXPLAINED_TRIES) return { kind: "dead", error };
  return { kind: "retry", error, inMs: backoffMs(attempt, random), counts: "fault" };
}

/** Full jitter: anywhere between nothing and twice as much as the last time. */
function backoffMs(attempt: number, random: number): number {
  const ceiling = Math.min(FIRST_RETRY_MS * 2 ** attempt, LONGEST_RETRY_MS);
  return Math.max(50, Math.round(ceiling * random));
}
