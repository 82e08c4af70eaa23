import { type AnyColumn, sql } from "drizzle-orm";

import type { Database } from "../client.ts";

/**
 * Bitrix24 counts 50 requests at once and 2 more each second, per portal and source address (docs: limits.md). A margin
 * is kept, since the portal's clock and ours tick apart.
 */
const BURST = 48;
const PER_SECOND = 1.95;
const INTERVAL_MS = 1000 / PER_SECOND;
/** How far the next arrival may lie ahead before a request has to wait. */
const TOLERANCE_MS = (BURST - 1) * INTERVAL_MS;

/** A delivery holds its place for at most this wait, in milliseconds; a portal that asks for more is passed over meanwhile. */
export const BUDGET_WAIT_MS = 500;

/** True in SQL when a portal's budget is used up for longer than a delivery waits. */
export const isOverBudget = (portalId: AnyColumn) => sql`exists (
  select 1 from rate_budget budget
  where budget.portal_id = ${portalId}
    and budget.arrival_at > clock_timestamp() + ${TOLERANCE_MS + BUDGET_WAIT_MS}::float8 * interval '1 millisecond'
)`;

export type Reservation = { ok: true; waitMs: number } | { ok: false; retryAfterMs: number };

/**
 * Takes one request from a portal's budget, which all processes share: one UPDATE on the database's clock (GCRA).
 *
 * @param maxWaitMs A longer wait is refused rather than held.
 * @returns How long to wait before sending; or, refused, when to ask again.
 */
export async function reserveRequest(db: Database, portalId: string, maxWaitMs: number): Promise<Reservation> {
  await db.execute(
    sql`insert into rate_budget (portal_id, arrival_at) values (${portalId}, now()) on conflict do nothing`,
  );
  // The statement's now() is taken before it may wait for the row; clock_timestamp() is not.
  const [row] = await db.execute<{ wait_ms: string; taken: boolean }>(sql`
    with before as (
      select portal_id,
             greatest(arrival_at, clock_timestamp()) as arrival_at,
             greatest(0, extract(epoch from greatest(arrival_at, clock_timestamp()) - clock_timestamp()) * 1000 - ${TOLERANCE_MS}::float8) as wait_ms
      from rate_budget where portal_id = ${portalId} for update
    ), taken as (
      update rate_budget set arrival_at = before.arrival_at + ${INTERVAL_MS}::float8 * interval '1 millisecond'
      from before where rate_budget.portal_id = before.portal_id and before.wait_ms <= ${maxWaitMs}::float8
      returning 1
    )
    select before.wait_ms::text, exists (select 1 from taken) as taken from before`);
  const waitMs = Math.ceil(Number(row?.wait_ms ?? 0));
  return row?.taken === true ? { ok: true, waitMs } : { ok: false, retryAfterMs: Math.max(waitMs - maxWaitMs, 100) };
}

/** Holds a portal's budget back after it said "too many requests". */
export async function penalizePortal(db: Database, portalId: string, ms: number): Promise<void> {
  await db.execute(sql`
    insert into rate_budget (portal_id, arrival_at)
    values (${portalId}, clock_timestamp() + ${TOLERANCE_MS + ms}::float8 * interval '1 millisecond')
    on conflict (portal_id) do update set arrival_at = greatest(rate_budget.arrival_at, excluded.arrival_at)`);
}
