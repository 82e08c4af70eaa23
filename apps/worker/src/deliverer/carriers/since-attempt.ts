import type { OutboxEffect } from "@botdeck/db";

/** The portal's clock and ours may differ by this much, in milliseconds. */
const CLOCK_SKEW_MS = 60_000;

/** What an attempt has done is not older than this. */
export function sinceAttempt({ startedAt, createdAt }: OutboxEffect): Date {
  return new Date((startedAt ?? createdAt).getTime() - CLOCK_SKEW_MS);
}
