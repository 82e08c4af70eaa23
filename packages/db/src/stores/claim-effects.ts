import type { Effect } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { fixedStatement } from "../fixed-statement.ts";
import { fixedRows } from "../given-rows.ts";
import type { OutboxEffect } from "../schema/outbox-effect.ts";
import { effectColumns, type EffectRow, toEffect } from "./effect-row.ts";
import { isOverBudget } from "./is-over-budget.ts";
import { type LaneRound, roundAfter, type RoundRow, walkLanes, type WalkValues, walkValues } from "./lane-round.ts";
import { isLaneTaken } from "./lane-taken.ts";
import { LEASE_MS } from "./effects-to-put.ts";

/** An effect in the hands of a deliverer. */
export type ClaimedEffect = OutboxEffect & {
  /** Another one of its lane stands behind it. */
  hasNext: boolean;
};

export type EffectClaim = {
  effects: ClaimedEffect[];
  /** Where the next claim has to go on; null when this one saw everything that is open. */
  next: LaneRound | null;
};

type Asked = {
  /** New for each claim; `giveBackEffects` wants it when the answer does not come. */
  claimId?: string;
  /** Which effects this deliverer can carry; the others stay where they are. */
  kinds: readonly Effect["kind"][];
  limit: number;
  /** Where the last claim stopped; claims go round the portals and their lanes. Null begins anew. */
  after?: LaneRound | null;
};

/**
 * Takes effects that may leave: heads of their lanes, due, the same share of every portal with budget, oldest first. Each
 * is either ready or left in doubt by an earlier look. A head that is `sending` or waits holds its lane.
 *
 * Ready ones are `sending` when this returns, committed, before any byte leaves: after a crash only such rows are in
 * doubt. A claimed `uncertain` row stays `uncertain`; its lease keeps others away while it is looked up.
 */
export async function claimEffects(db: Database, asked: Asked): Promise<EffectClaim> {
  if (asked.kinds.length === 0) return { effects: [], next: null };
  for (;;) {
    try {
      return await claimOnce(db, asked);
    } catch (error) {
      // Another process took one of these lanes in the same moment; by now that is seen.
      if (!isLaneTaken(error, "outbox_effect_leaving_idx")) throw error;
    }
  }
}

type Row = EffectRow & RoundRow & { claimed_id: string | null; has_next: boolean };

const OPEN = {
  table: sql`outbox_effect`,
  open: sql`status in ('ready', 'sending', 'uncertain')`,
  columns: ["kind", "status", "run_at", "lease_until"],
};

const kindRows = fixedRows<Effect["kind"]>()("carried", { kind: ["text", (kind) => kind] });

const claimStatement = fixedStatement<
  WalkValues & ReturnType<typeof kindRows.values> & { claimId: string; limit: number },
  Row
>(
  (given) => sql`
    with recursive ${walkLanes(OPEN, given)}, candidate as (
      select id, seq, row_number() over (partition by portal_id order by seq) as turn
      from head
      where is_new and status in ('ready', 'uncertain') and run_at <= now() and (lease_until is null or lease_until < now())
        and kind in (select kind from ${kindRows.from(given)})
        -- One that was written down earlier and committed later must not overtake what is leaving, or is in doubt. With a limit
        -- it stays one probe of the index for each lane.
        and (
          select 1 from outbox_effect leaving
          where leaving.lane = head.lane and leaving.status in ('sending', 'uncertain') and leaving.id <> head.id limit 1
        ) is null
        -- A portal without budget must not hold the places that others need.
        and not ${isOverBudget(sql`head.portal_id`, sql`head.kind`)}
    ), chosen as materialized (
      select id from outbox_effect
      where status in ('ready', 'uncertain') and (lease_until is null or lease_until < now())
        and id in (select id from candidate order by turn, seq limit ${given.limit}::int)
      for update skip locked
    ), claimed as (
      update outbox_effect set
        status = case when status = 'ready' then 'sending' else status end,
        attempt = attempt + 1,
        claim_id = ${given.claimId}::uuid,
        lease_until = now() + ${sql.raw(String(LEASE_MS))} * interval '1 millisecond',
        started_at = case when status = 'ready' then now() else started_at end
      where id in (select id from chosen)
      returning ${effectColumns("outbox_effect")}
    )
    select claimed.*, claimed.id as claimed_id, round.*, exists (
      select 1 from outbox_effect later
      where later.portal_id = claimed.portal_id and later.lane collate "C" = claimed.lane and later.seq > claimed.seq
        and later.status in ('ready', 'sending', 'uncertain')
    ) as has_next
    from round left join claimed on true
    order by claimed.seq`,
);

async function claimOnce(db: Database, { claimId = newId(), kinds, limit, after = null }: Asked): Promise<EffectClaim> {
  const values = { ...walkValues(limit, after), ...kindRows.values(kinds), claimId, limit };
  const rows = await claimStatement(db, values);
  const effects = rows.flatMap((row) => (row.claimed_id === null ? [] : [{ ...toEffect(row), hasNext: row.has_next }]));
  return { effects, next: roundAfter(after, rows[0], effects.length < limit) };
}

/**
 * Finds effects whose process died between `sending` and an outcome, and puts them in doubt.
 *
 * @returns How many there were.
 */
export async function markAbandoned(db: Database): Promise<number> {
  const abandoned = await db.execute(sql`
    update outbox_effect set status = 'uncertain', lease_until = null,
           last_error = 'The process that was sending it stopped before the answer came'
    where id in (select id from outbox_effect where status = 'sending' and lease_until < now() for update skip locked)
    returning id`);
  return abandoned.length;
}
