import { DOUBT_POLICY, type Effect } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { type SQL, sql } from "drizzle-orm";

import type { Given } from "../fixed-statement.ts";
import { fixedRows } from "../given-rows.ts";
import type { OutboxEffect } from "../schema/outbox-effect.ts";
import type { EffectRow } from "./effect-row.ts";
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

/** Inserts them, if `condition` holds, and returns these columns. */
export const insertEffects = (given: Given<PutValues>, condition: SQL, returned: SQL) => sql`
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
  returning ${returned}`;

/** What the database adds to an effect that is put: nobody need be told what they have just said. */
export type PutRow = Pick<
  EffectRow,
  "id" | "seq" | "attempt" | "run_at" | "lease_until" | "started_at" | "created_at"
> & {
  status: "ready" | "sending";
};
export const PUT_COLUMNS = sql.raw("id, seq, status, attempt, run_at, lease_until, started_at, created_at");

export const toPutEffect = ({ effect, mayLeave: _mayLeave, ...put }: EffectToPut, row: PutRow): OutboxEffect => ({
  ...put,
  kind: effect.kind,
  body: effect,
  policy: DOUBT_POLICY[effect.kind],
  seq: Number(row.seq),
  status: row.status,
  attempt: row.attempt,
  looks: 0,
  resends: 0,
  faults: 0,
  runAt: new Date(row.run_at),
  leaseUntil: row.lease_until === null ? null : new Date(row.lease_until),
  startedAt: row.started_at === null ? null : new Date(row.started_at),
  settledAt: null,
  externalId: null,
  lastError: null,
  createdAt: new Date(row.created_at),
});

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

/**
 * Workflow effects must not hold replies while Temporal is away, and the other way round. Those of one workflow stay in order
 * wherever they come from: a signal must not overtake the start.
 */
function laneFor(effect: Effect, lane: string): string {
  if (effect.kind === "workflow.start" || effect.kind === "workflow.signal") return `${effect.workflowId}:workflow`;
  // Nobody's answer waits for what is written down about them, nor for news that leave when nothing else has to.
  if (effect.kind === "crm.record") return `${lane}:crm`;
  return effect.kind === "chat.notify" ? `${lane}:notify` : lane;
}
