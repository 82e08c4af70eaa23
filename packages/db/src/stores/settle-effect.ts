import { and, eq, inArray, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { deliveryAttempt, outboxEffect, type OutboxEffect } from "../schema/outbox-effect.ts";

export type DeliveryOutcome =
  /** The other side accepted it; `via` tells whether it answered, or was looked up afterwards. */
  | { kind: "sent"; externalId: string | null; via: "answer" | "look" }
  /** It did not happen, or doing it again was chosen; `counts` says against which limit. */
  | { kind: "retry"; error: string; inMs: number; counts?: "resend" | "fault" }
  | { kind: "dead"; error: string }
  /** It is not wanted any more, and never left. */
  | { kind: "cancelled"; error: string }
  /** It may have happened; look again later. */
  | { kind: "uncertain"; error: string; lookInMs: number; hasLooked: boolean };

/**
 * Writes the outcome of one attempt, if the attempt is still the newest: a process that was stopped past its lease
 * finds its word void.
 *
 * @returns False when somebody else has the effect by now.
 */
export async function settleEffect(db: Database, effect: OutboxEffect, outcome: DeliveryOutcome): Promise<boolean> {
  return db.transaction(async (tx) => {
    const settled = await tx
      .update(outboxEffect)
      .set(changeFor(outcome))
      .where(
        and(
          eq(outboxEffect.id, effect.id),
          eq(outboxEffect.attempt, effect.attempt),
          inArray(outboxEffect.status, ["sending", "uncertain"]),
        ),
      )
      .returning({ id: outboxEffect.id });
    if (settled.length === 0) return false;
    await tx.insert(deliveryAttempt).values({
      effectId: effect.id,
      attempt: effect.attempt,
      outcome: outcome.kind === "sent" && outcome.via === "look" ? "found" : outcome.kind,
      detail: outcome.kind === "sent" ? outcome.externalId : outcome.error,
      startedAt: effect.startedAt ?? new Date(),
    });
    return true;
  });
}

function changeFor(outcome: DeliveryOutcome) {
  switch (outcome.kind) {
    case "sent":
      return {
        status: "sent",
        externalId: outcome.externalId,
        settledAt: sql`now()`,
        leaseUntil: null,
        lastError: null,
      } as const;
    case "dead":
    case "cancelled":
      return { status: outcome.kind, lastError: outcome.error, settledAt: sql`now()`, leaseUntil: null };
    case "retry":
      return {
        status: "ready",
        lastError: outcome.error,
        leaseUntil: null,
        looks: 0,
        resends: sql`${outboxEffect.resends} + ${outcome.counts === "resend" ? 1 : 0}`,
        faults: sql`${outboxEffect.faults} + ${outcome.counts === "fault" ? 1 : 0}`,
        runAt: after(outcome.inMs),
      } as const;
    case "uncertain":
      return {
        status: "uncertain",
        lastError: outcome.error,
        leaseUntil: null,
        looks: sql`${outboxEffect.looks} + ${outcome.hasLooked ? 1 : 0}`,
        runAt: after(outcome.lookInMs),
      } as const;
  }
}

const after = (ms: number) => sql`now() + ${ms} * interval '1 millisecond'`;
