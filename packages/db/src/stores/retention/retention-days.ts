import { AppError } from "@botdeck/core";

/** How long things are kept, in days. */
export type RetentionDays = {
  /** Bodies of settled events: what people wrote, as the portal sent it. */
  payload: number;
  /** Settled events without their bodies: by them a second delivery is recognised. */
  dedupeKey: number;
  /** Settled effects, with their deliveries. */
  effect: number;
  /**
   * Conversations in which nothing happens any more, with their messages, workflows, hand-overs and files; and in outcomes, who
   * the client was and what they wrote with their rating. Days off as well, counted from when they were over.
   */
  transcript: number;
  /** Dead letters that a person discarded, and jobs over many of them since their end; those that wait for one stay. */
  discarded: number;
  /** What people did. */
  audit: number;
  /** Times in which nothing was taken in, and the signs of life of gateways. */
  outage: number;
};

export const RETENTION_DAYS: RetentionDays = {
  payload: 30,
  dedupeKey: 120,
  effect: 180,
  transcript: 365,
  discarded: 180,
  audit: 730,
  outage: 400,
};

/** A key outlives its payload by this, in days: a captured request may be sent again long after. */
const KEY_OUTLIVES_DAYS = 90;

/** @throws AppError `invalid` when a second delivery would not be recognised for long enough. */
export function checkRetention(days: RetentionDays): RetentionDays {
  const least = days.payload + KEY_OUTLIVES_DAYS;
  if (days.dedupeKey < least) {
    throw new AppError(
      "invalid",
      `Keys of events must be kept for ${KEY_OUTLIVES_DAYS} days longer than payloads: at least ${least} days, not ${days.dedupeKey}`,
    );
  }
  return days;
}
