import { DOUBT_POLICY, type Effect } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { and, eq, sql } from "drizzle-orm";

import { announce } from "../channel.ts";
import type { Database } from "../client.ts";
import { outboxEffect } from "../schema/outbox-effect.ts";

export type NewEffect = {
  /** The same key twice leaves one effect. */
  key: string;
  portalId: string;
  botId: string;
  conversationId: string | null;
  /** The inbox lane it came from. */
  lane: string;
  effect: Effect;
};

/**
 * Puts effects into the outbox, in the transaction of the state change that decided them.
 *
 * @returns The keys that were not there before.
 */
export async function putEffects(db: Database, effects: readonly NewEffect[]): Promise<string[]> {
  if (effects.length === 0) return [];
  const added = await db
    .insert(outboxEffect)
    .values(
      effects.map(({ effect, ...rest }) => ({
        ...rest,
        id: newId(),
        lane: laneFor(effect, rest.lane),
        kind: effect.kind,
        body: effect,
        policy: DOUBT_POLICY[effect.kind],
      })),
    )
    .onConflictDoNothing({ target: outboxEffect.key })
    .returning({ key: outboxEffect.key });
  return added.map((row) => row.key);
}

/** Workflow effects must not hold replies while Temporal is away, and the other way round. */
function laneFor(effect: Effect, lane: string): string {
  return effect.kind.startsWith("workflow.") ? `${lane}:workflow` : lane;
}

/** True when an effect of this key was put before, whatever became of it. */
export async function hasEffect(db: Database, key: string): Promise<boolean> {
  const rows = await db.select({ id: outboxEffect.id }).from(outboxEffect).where(eq(outboxEffect.key, key)).limit(1);
  return rows.length > 0;
}

/** Wakes the deliverer; call it after the commit. */
export async function wakeDeliverer(db: Database): Promise<void> {
  await announce(db, "botdeck_outbox", null);
}

/** Portal message ids that a conversation's effects already account for, so that a look does not take another's message for its own. */
export async function attributedMessageIds(db: Database, conversationId: string): Promise<Set<string>> {
  const rows = await db
    .select({ externalId: outboxEffect.externalId })
    .from(outboxEffect)
    .where(and(eq(outboxEffect.conversationId, conversationId), eq(outboxEffect.status, "sent")));
  return new Set(rows.flatMap((row) => (row.externalId === null ? [] : [row.externalId])));
}

export const TAKEN_OVER = "An operator took the conversation over";

/** Takes back what has not left yet: a person took the dialog over, so the bot must not speak any more. */
export async function cancelReplies(db: Database, conversationId: string): Promise<number> {
  const cancelled = await db
    .update(outboxEffect)
    .set({ status: "cancelled", lastError: TAKEN_OVER, settledAt: sql`now()` })
    .where(
      and(
        eq(outboxEffect.conversationId, conversationId),
        eq(outboxEffect.status, "ready"),
        eq(outboxEffect.kind, "chat.send"),
      ),
    )
    .returning({ id: outboxEffect.id });
  return cancelled.length;
}
