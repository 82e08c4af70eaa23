import { DOUBT_POLICY, type Effect } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { and, eq, inArray, sql } from "drizzle-orm";

import { announce } from "../channel.ts";
import type { Database } from "../client.ts";
import { deliveryAttempt, outboxEffect, type OutboxEffect } from "../schema/outbox-effect.ts";

/** How long a delivery may take before its process counts as dead, in milliseconds: the budget's wait and the longest request fit in. */
export const LEASE_MS = 15_000;

const isHead = sql`not exists (
  select 1 from outbox_effect earlier
  where earlier.lane = ${outboxEffect.lane} and earlier.seq < ${outboxEffect.seq}
    and earlier.status in ('ready', 'sending', 'uncertain')
)`;

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

/** Wakes the deliverer; call it after the commit. */
export async function wakeDeliverer(db: Database): Promise<void> {
  await announce(db, "botdeck_outbox", null);
}

/**
 * Takes the next effect that may leave: the head of its lane, due, and either ready or left in doubt by an earlier look.
 * A head that is `sending` or waits holds its lane.
 *
 * The row is `sending` for ready effects when this returns, committed, before any byte leaves: after a crash only such
 * rows are in doubt. A claimed `uncertain` row stays `uncertain`; its lease keeps others away while it is looked up.
 *
 * @param kinds Which effects this deliverer can carry; the others stay where they are.
 */
export async function claimEffect(db: Database, kinds: readonly Effect["kind"][]): Promise<OutboxEffect | null> {
  if (kinds.length === 0) return null;
  const due = db
    .select({ id: outboxEffect.id })
    .from(outboxEffect)
    .where(
      and(
        inArray(outboxEffect.status, ["ready", "uncertain"]),
        inArray(outboxEffect.kind, [...kinds]),
        sql`${outboxEffect.runAt} <= now()`,
        sql`(${outboxEffect.leaseUntil} is null or ${outboxEffect.leaseUntil} < now())`,
        isHead,
        // One that was written down earlier and committed later must not overtake what is already leaving.
        sql`not exists (
          select 1 from outbox_effect leaving
          where leaving.lane = ${outboxEffect.lane} and leaving.status = 'sending'
        )`,
      ),
    )
    .orderBy(outboxEffect.seq)
    .limit(1)
    .for("update", { skipLocked: true });

  const [claimed] = await db
    .update(outboxEffect)
    .set({
      status: sql`case when ${outboxEffect.status} = 'ready' then 'sending' else ${outboxEffect.status} end`,
      attempt: sql`${outboxEffect.attempt} + 1`,
      leaseUntil: sql`now() + ${LEASE_MS} * interval '1 millisecond'`,
      startedAt: sql`case when ${outboxEffect.status} = 'ready' then now() else ${outboxEffect.startedAt} end`,
    })
    // `=` and not `in`: a subquery that locks must run once.
    .where(sql`${outboxEffect.id} = (${due})`)
    .returning();
  return claimed ?? null;
}

export type DeliveryOutcome =
  /** The other side accepted it; `via` tells whether it answered, or was looked up afterwards. */
  | { kind: "sent"; externalId: string | null; via: "answer" | "look" }
  /** It certainly did not happen; try again. */
  | { kind: "retry"; error: string; inMs: number }
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

/**
 * Finds effects whose process died between `sending` and an outcome, and puts them in doubt.
 *
 * @returns How many there were.
 */
export async function markAbandoned(db: Database): Promise<number> {
  const abandoned = await db
    .update(outboxEffect)
    .set({
      status: "uncertain",
      lastError: "The process that was sending it stopped before the answer came",
      leaseUntil: null,
    })
    .where(and(eq(outboxEffect.status, "sending"), sql`${outboxEffect.leaseUntil} < now()`))
    .returning({ id: outboxEffect.id });
  return abandoned.length;
}

/**
 * Milliseconds until something in the outbox is due, 0 when something is now, null when nothing waits. What stands behind
 * another effect of its lane is not asked: it would seem due while it must wait.
 */
export async function nextEffectInMs(db: Database, kinds: readonly Effect["kind"][]): Promise<number | null> {
  if (kinds.length === 0) return null;
  const [row] = await db
    .select({
      ms: sql<
        string | null
      >`extract(epoch from min(greatest(${outboxEffect.runAt}, ${outboxEffect.leaseUntil})) - now()) * 1000`,
    })
    .from(outboxEffect)
    .where(
      and(
        inArray(outboxEffect.status, ["ready", "sending", "uncertain"]),
        inArray(outboxEffect.kind, [...kinds]),
        isHead,
      ),
    );
  return row?.ms == null ? null : Math.max(0, Math.ceil(Number(row.ms)));
}

/** Portal message ids that effects of this dialog already account for, so that a look does not take another's message for its own. */
export async function attributedMessageIds(db: Database, lane: string): Promise<Set<string>> {
  const rows = await db
    .select({ externalId: outboxEffect.externalId })
    .from(outboxEffect)
    .where(and(eq(outboxEffect.lane, lane), eq(outboxEffect.status, "sent")));
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
