import type { Effect } from "@botdeck/core";
import { and, eq, inArray, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { outboxEffect, type OutboxEffect } from "../schema/outbox-effect.ts";
import { isOverBudget } from "./is-over-budget.ts";

/** After this a delivery's process counts as dead, in milliseconds; a living one gives up earlier. */
export const LEASE_MS = 15_000;

const isHead = sql`not exists (
  select 1 from outbox_effect earlier
  where earlier.lane = ${outboxEffect.lane} and earlier.seq < ${outboxEffect.seq}
    and earlier.status in ('ready', 'sending', 'uncertain')
)`;

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
        // A portal without budget must not hold the places that others need.
        sql`not ${isOverBudget(outboxEffect.portalId, outboxEffect.kind)}`,
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
