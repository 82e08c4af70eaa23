import { and, asc, eq, sql } from "drizzle-orm";

import { announce } from "../channel.ts";
import type { Database } from "../client.ts";
import { inboxEvent } from "../schema/inbox-event.ts";
import { outboxEffect } from "../schema/outbox-effect.ts";
import { touchConversation } from "./conversations.ts";
import { wakeRuntime } from "./inbox.ts";
import { wakeDeliverer } from "./outbox.ts";

/** What could not be done and waits for a person: an event that its bot failed on, or an effect that was refused. */
export type DeadLetter = {
  id: string;
  what: "event" | "effect";
  kind: string;
  /** Runs or deliveries tried. */
  attempts: number;
  reason: string | null;
  diedAt: Date | null;
};

/** All dead letters, oldest first. */
export async function listDeadLetters(db: Database): Promise<DeadLetter[]> {
  const events = await db
    .select({
      id: inboxEvent.id,
      kind: inboxEvent.kind,
      attempts: inboxEvent.attempts,
      reason: inboxEvent.lastError,
      diedAt: inboxEvent.settledAt,
    })
    .from(inboxEvent)
    .where(eq(inboxEvent.status, "dead"))
    .orderBy(asc(inboxEvent.settledAt));
  const effects = await db
    .select({
      id: outboxEffect.id,
      kind: outboxEffect.kind,
      attempts: outboxEffect.attempt,
      reason: outboxEffect.lastError,
      diedAt: outboxEffect.settledAt,
    })
    .from(outboxEffect)
    .where(eq(outboxEffect.status, "dead"))
    .orderBy(asc(outboxEffect.settledAt));
  return [
    ...events.map((each) => ({ ...each, what: "event" as const })),
    ...effects.map((each) => ({ ...each, what: "effect" as const })),
  ].toSorted((one, other) => (one.diedAt?.getTime() ?? 0) - (other.diedAt?.getTime() ?? 0));
}

/**
 * Lets a dead letter run once more, under the key it had: an event makes no effect twice, an effect keeps its natural
 * key. What came later in the same dialog has gone its way already.
 *
 * @returns What it was; null when there is no dead letter of this id, for example because somebody else was quicker.
 */
export async function replayDeadLetter(db: Database, id: string): Promise<DeadLetter["what"] | null> {
  const [event] = await db
    .update(inboxEvent)
    .set({ status: "waiting", attempts: 0, runAt: sql`now()`, settledAt: null })
    .where(and(eq(inboxEvent.id, id), eq(inboxEvent.status, "dead")))
    .returning({ id: inboxEvent.id });
  if (event) {
    await wakeRuntime(db);
    return "event";
  }
  const [effect] = await db
    .update(outboxEffect)
    // The attempts go on counting: they are the fencing token.
    .set({ status: "ready", looks: 0, resends: 0, faults: 0, runAt: sql`now()`, settledAt: null, leaseUntil: null })
    .where(and(eq(outboxEffect.id, id), eq(outboxEffect.status, "dead")))
    .returning({ conversationId: outboxEffect.conversationId });
  if (!effect) return null;
  if (effect.conversationId !== null) {
    await touchConversation(db, effect.conversationId);
    await announce(db, "botdeck_live", [effect.conversationId]);
  }
  await wakeDeliverer(db);
  return "effect";
}
