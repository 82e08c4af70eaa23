import type { EffectKind, RequestLimit } from "@botdeck/core";
import { type SQL, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import type { OUTBOX_STATUS } from "../../schema/outbox-effect.ts";
import type { Portal } from "../../schema/portal.ts";

/** Of one portal, more open effects than these are not counted: the figure then says "more than". */
const MOST_COUNTED = 5_000;
const MOST_PAUSES = 20;

/** Open effects of one kind in one state. */
export type OpenEffects = {
  kind: EffectKind;
  status: (typeof OUTBOX_STATUS)[number];
  count: number;
  oldestAt: Date;
  /** Of them, those whose last try failed. */
  failed: number;
  /** Why one of these failed, the one that is tried again last. */
  lastError: string | null;
};

/** What waits for one portal, and what its portal allows. */
export type PortalQueue = {
  id: string;
  domain: string;
  state: Portal["state"];
  stateReason: string | null;
  requestLimit: RequestLimit;
  /** How far the theoretical arrival of the next request lies ahead (GCRA), in milliseconds; 0 or less when nothing is used. */
  aheadMs: number;
  open: OpenEffects[];
  /** There are more open effects than were counted. */
  isCut: boolean;
  /** Methods that the portal has closed. */
  pauses: { method: string; opensAt: Date }[];
};

export type QueueCursor = { domain: string; id: string };

type Row = {
  id: string;
  domain: string;
  state: Portal["state"];
  state_reason: string | null;
  request_limit: RequestLimit;
  ahead_ms: number | null;
  open: (Omit<OpenEffects, "oldestAt" | "lastError"> & { oldest_at: string; last_error: string | null })[] | null;
  pauses: { method: string; opens_at: string }[] | null;
};

/** Literal, as in the predicate of the index: a plan without values uses it only then. */
const OPEN = sql`status in ('ready', 'sending', 'uncertain')`;

/** The queues of portals by domain, a page at a time. Portals that were removed have none. */
export async function portalQueues(
  db: Database,
  { portalId }: { portalId: string | null },
  { after, limit }: { after: QueueCursor | null; limit: number },
): Promise<{ rows: PortalQueue[]; next: QueueCursor | null }> {
  const wanted: SQL[] = [sql`state <> 'removed'`];
  if (portalId !== null) wanted.push(sql`id = ${portalId}::uuid`);
  if (after !== null) wanted.push(sql`(domain, id) > (${after.domain}, ${after.id}::uuid)`);
  const found = await db.execute<Row>(sql`
    with shown as materialized (
      select id, domain, state, state_reason, request_limit from portal
      where ${sql.join(wanted, sql` and `)} order by domain, id limit ${limit + 1}::int
    )
    select shown.*, open.open, paused.pauses,
           (extract(epoch from budget.arrival_at - clock_timestamp()) * 1000)::float8 as ahead_ms
    from shown
    left join rate_budget budget on budget.portal_id = shown.id
    left join lateral (
      select jsonb_agg(to_jsonb(grouped)) as open
      from (
        select kind, status, count(*)::int as count, min(created_at) as oldest_at,
               (count(*) filter (where has_failed))::int as failed,
               (array_agg(last_error order by run_at desc) filter (where has_failed))[1] as last_error
        from (
          select kind, status, created_at, run_at, last_error,
                 status = 'ready' and attempt > 0 and last_error is not null as has_failed
          from outbox_effect
          where ${OPEN} and portal_id = shown.id limit ${MOST_COUNTED + 1}::int
        ) as counted
        group by kind, status
      ) as grouped
    ) as open on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('method', method, 'opens_at', opens_at) order by opens_at) as pauses
      from (
        select method, opens_at from method_pause
        where portal_id = shown.id and opens_at > now() order by opens_at limit ${MOST_PAUSES}::int
      ) as closed
    ) as paused on true
    order by shown.domain, shown.id`);
  const rows = found.slice(0, limit).map(toQueue);
  const last = rows.at(-1);
  const hasMore = found.length > limit && last !== undefined;
  return { rows, next: hasMore ? { domain: last.domain, id: last.id } : null };
}

function toQueue(row: Row): PortalQueue {
  const open = (row.open ?? []).map(({ oldest_at, last_error, ...one }) => {
    return { ...one, oldestAt: new Date(oldest_at), lastError: last_error };
  });
  const pauses = (row.pauses ?? []).map(({ method, opens_at }) => ({ method, opensAt: new Date(opens_at) }));
  return {
    id: row.id,
    domain: row.domain,
    state: row.state,
    stateReason: row.state_reason,
    requestLimit: row.request_limit,
    aheadMs: row.ahead_ms ?? 0,
    open,
    isCut: open.reduce((sum, { count }) => sum + count, 0) > MOST_COUNTED,
    pauses,
  };
}
