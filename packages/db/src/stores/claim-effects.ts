import type { Effect } from "@botdeck/core";
import { sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { givenRows } from "../given-rows.ts";
import type { OutboxEffect } from "../schema/outbox-effect.ts";
import { type EffectRow, toEffect } from "./effect-row.ts";
import { isOverBudget } from "./is-over-budget.ts";
import { isLaneTaken } from "./lane-taken.ts";
import { LEASE_MS } from "./outbox.ts";

/** Lanes looked at by one claim at most, and of one portal: a portal with many of them must not hide the others. */
const LANES = 256;
const LANES_PER_PORTAL = 32;
/** Below every portal id. */
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

export type EffectClaim = {
  effects: OutboxEffect[];
  /** Where the next claim has to go on; null when this one saw everything that is open. */
  next: string | null;
};

type Asked = {
  /** Which effects this deliverer can carry; the others stay where they are. */
  kinds: readonly Effect["kind"][];
  limit: number;
  /** Where the last claim stopped; claims go round the portals. */
  after: string | null;
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

type Row = EffectRow & { claimed_id: string | null; seen: number; last_portal: string | null };

async function claimOnce(db: Database, { kinds, limit, after }: Asked): Promise<EffectClaim> {
  // From lane to lane by the index, one probe each, however many effects stand in it.
  const rows = await db.execute<Row>(sql`
    with recursive head as (
      (
        select id, portal_id, lane, seq, kind, status, run_at, lease_until, 1 as nth, 1 as seen
        from outbox_effect
        where status in ('ready', 'sending', 'uncertain') and portal_id > ${after ?? BEFORE_ALL}::uuid
        order by portal_id, lane collate "C", seq limit 1
      )
      union all
      select next.id, next.portal_id, next.lane, next.seq, next.kind, next.status, next.run_at, next.lease_until,
             case when next.portal_id = head.portal_id then head.nth + 1 else 1 end, head.seen + 1
      from head cross join lateral (
        select id, portal_id, lane, seq, kind, status, run_at, lease_until
        from outbox_effect
        where status in ('ready', 'sending', 'uncertain') and (portal_id, lane collate "C") >
          (head.portal_id, (case when head.nth >= ${LANES_PER_PORTAL}::int then '~' else head.lane end) collate "C")
        order by portal_id, lane collate "C", seq limit 1
      ) next
      where head.seen < ${LANES}::int
    ), candidate as (
      select id, seq, row_number() over (partition by portal_id order by seq) as turn
      from head
      where status in ('ready', 'uncertain') and run_at <= now() and (lease_until is null or lease_until < now())
        and kind in (select kind from ${givenRows(kinds, { kind: ["text", (kind) => kind] })})
        -- One that was written down earlier and committed later must not overtake what is leaving, or is in doubt.
        and not exists (
          select 1 from outbox_effect leaving
          where leaving.lane = head.lane and leaving.status in ('sending', 'uncertain') and leaving.id <> head.id
        )
        -- A portal without budget must not hold the places that others need.
        and not ${isOverBudget(sql`head.portal_id`, sql`head.kind`)}
    ), chosen as materialized (
      select id from outbox_effect
      where status in ('ready', 'uncertain') and (lease_until is null or lease_until < now())
        and id in (select id from candidate order by turn, seq limit ${limit}::int)
      for update skip locked
    ), claimed as (
      update outbox_effect set
        status = case when status = 'ready' then 'sending' else status end,
        attempt = attempt + 1,
        lease_until = now() + ${LEASE_MS}::int * interval '1 millisecond',
        started_at = case when status = 'ready' then now() else started_at end
      where id in (select id from chosen)
      returning *
    )
    select claimed.*, claimed.id as claimed_id, stop.seen, stop.last_portal
    from (select count(*)::int as seen, max(portal_id::text) as last_portal from head) stop
    left join claimed on true
    order by claimed.seq`);
  const [first] = rows;
  return {
    effects: rows.filter((row) => row.claimed_id !== null).map(toEffect),
    next: first !== undefined && first.seen >= LANES ? first.last_portal : null,
  };
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
