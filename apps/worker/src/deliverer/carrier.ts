import type { Effect, EffectKind } from "@botdeck/core";
import type { OutboxEffect } from "@botdeck/db";

/** What a look at the other side tells about an attempt in doubt. */
export type Look =
  | { kind: "found"; externalId: string | null }
  | { kind: "absent" }
  /** The other side will not let us read. */
  | { kind: "unreadable" }
  /** Nobody needs to look: doing it twice is the same as doing it once. */
  | { kind: "repeatable" };

/** Carries effects of one kind to where they belong. */
export type Carrier<Kind extends EffectKind = EffectKind> = {
  /**
   * One attempt, no retry.
   *
   * @param signal Aborted when the time of the delivery is over.
   * @returns What the other side calls the result; null when it gives no name.
   * @throws AppError; one whose call may have had its effect says so (`outcome: "unknown"`).
   */
  carry(effect: Extract<Effect, { kind: Kind }>, row: OutboxEffect, signal: AbortSignal): Promise<string | null>;
  /** Looks whether an earlier attempt arrived. */
  look(effect: Extract<Effect, { kind: Kind }>, row: OutboxEffect, signal: AbortSignal): Promise<Look>;
};

/** What was decided is out of date, and is not to be done any more: the effect is cancelled, with this message as its cause. */
export class Unwanted extends Error {
  override readonly name = "Unwanted";
}

/** One carrier for each kind that can be carried now; kinds without one wait in the outbox. */
export type Carriers = { [Kind in EffectKind]?: Carrier<Kind> };
