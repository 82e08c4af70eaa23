import { DOUBT_POLICY, type Effect } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { and, eq, type SQL, sql } from "drizzle-orm";

import { announce } from "../channel.ts";
import type { Database } from "../client.ts";
import { fixedStatement, type Given } from "../fixed-statement.ts";
import { fixedRows } from "../given-rows.ts";
import { outboxEffect, type OutboxEffect } from "../schema/outbox-effect.ts";
import { effectColumns, type EffectRow, toEffect } from "./effect-row.ts";
import { isOverBudget } from "./is-over-budget.ts";

/** After this a delivery's process counts as dead, in milliseconds; a living one gives up earlier. */
export const LEASE_MS = 13_000;

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

/** A row to be put, with whether it may be born leaving. */
export type EffectToPut = NewEffect & { id: string; mayLeave: boolean };

/** Effects as a fixed statement is given them. */
export const putRows = fixedRows<EffectToPut>()("put", {
  id: ["uuid", ({ id }) => id],
  key: ["text", ({ key }) => key],
  portal_id: ["uuid", ({ portalId }) => portalId],
  bot_id: ["uuid", ({ botId }) => botId],
  conversation_id: ["uuid", ({ conversationId }) => conversationId],
  lane: ["text", ({ lane }) => lane],
  kind: ["text", ({ effect }) => effect.kind],
  body: ["jsonb", ({ effect }) => JSON.stringify(effect)],
  policy: ["text", ({ effect }) => DOUBT_POLICY[effect.kind]],
  may_leave: ["boolean", ({ mayLeave }) => mayLeave],
});
export type PutValues = ReturnType<typeof putRows.values>;

/** Inserts them, if `condition` holds, and returns the columns of an `EffectRow`. */
export const insertEffects = (given: Given<PutValues>, condition: SQL) => sql`
  insert into outbox_effect (id, key, portal_id, bot_id, conversation_id, lane, kind, body, policy,
                             status, attempt, lease_until, started_at)
  select id, key, portal_id, bot_id, conversation_id, lane, kind, body, policy,
         case when leaves then 'sending' else 'ready' end, case when leaves then 1 else 0 end,
         case when leaves then now() + ${sql.raw(String(LEASE_MS))} * interval '1 millisecond' end,
         case when leaves then now() end
  from ${putRows.from(given)} cross join lateral (
    select may_leave and not exists (
      select 1 from outbox_effect earlier
      where earlier.portal_id = put.portal_id and earlier.lane collate "C" = put.lane
        and earlier.status in ('ready', 'sending', 'uncertain')
    ) and not ${isOverBudget(sql`put.portal_id`, sql`put.kind`)} as leaves
  ) as free
  where ${condition}
  order by place
  on conflict (key) do nothing
  returning ${effectColumns("outbox_effect")}`;

/**
 * Gives effects their lanes and ids.
 *
 * @param bornLeaving Kinds of which the first of a lane may be `sending` at once, if nothing of its lane is open and its portal has
 *   budget: the caller carries it as soon as it is committed, which saves a notice, a claim and a commit. Should the
 *   caller die, it is in doubt like any other.
 */
export function effectsToPut(
  effects: readonly NewEffect[],
  bornLeaving: readonly Effect["kind"][] = [],
): EffectToPut[] {
  const lanes = new Set<string>();
  return effects.map(({ effect, ...rest }) => {
    const lane = laneFor(effect, rest.lane);
    const isFirst = !lanes.has(lane);
    lanes.add(lane);
    return { ...rest, id: newId(), lane, effect, mayLeave: isFirst && bornLeaving.includes(effect.kind) };
  });
}

const putStatement = fixedStatement<PutValues>((given) => insertEffects(given, sql`true`));

/**
 * Puts effects into the outbox, in the transaction of the state change that decided them.
 *
 * @param bornLeaving See `effectsToPut`.
 * @returns The effects that were not there before, in the order given.
 */
export async function putEffects(
  db: Database,
  effects: readonly NewEffect[],
  bornLeaving: readonly Effect["kind"][] = [],
): Promise<OutboxEffect[]> {
  if (effects.length === 0) return [];
  const added = await db.execute<EffectRow>(putStatement(putRows.values(effectsToPut(effects, bornLeaving))));
  return added.map(toEffect).toSorted((one, other) => one.seq - other.seq);
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
