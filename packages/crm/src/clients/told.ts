import type { Told } from "@botdeck/b24-client";

/** Refusals that a repeat would get again. */
const FINAL = new Set(["not_found", "rejected", "forbidden"]);

/**
 * The answer of a call; null when the portal refused it for good, or it was not made.
 *
 * @throws B24Error when a repeat may be answered: nothing may be concluded from its silence.
 */
export function answerOf<Result>(told: Told<Result> | null): Result | null {
  if (told === null) return null;
  if (told.ok) return told.result;
  if (FINAL.has(told.error.code)) return null;
  throw told.error;
}

/** @throws B24Error the refusal. */
export function must<Result>(told: Told<Result>): Result {
  if (told.ok) return told.result;
  throw told.error;
}
