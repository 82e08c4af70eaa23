import { drainUs, type Lane, type RateLimits, REQUEST_LIMITS, roomOf } from "@botdeck/core";
import { sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { fixedStatement } from "../fixed-statement.ts";

/** What a reservation gave. */
export type Reservation = {
  /** How many requests may leave now. */
  granted: number;
  /** When none may: milliseconds until one of this lane may, if nobody above it asks before. */
  retryAfterMs: number;
  /** Methods that the portal has closed, and for how many milliseconds. */
  pauses: Readonly<Record<string, number>>;
};

/** The decision with the database's own numbers, in microseconds since 1970. */
export type Decision = Reservation & { nowUs: number; beforeUs: number; afterUs: number };

type Asked = {
  lane: Lane;
  /** As many as there are, up to this. */
  count: number;
  limits?: RateLimits | undefined;
};

/**
 * Takes requests from a portal's budget, which all processes share (GCRA on the database's clock, in one statement).
 * Only what may leave at once is taken: a queue of one lane is no promise that a more urgent one has to wait for.
 *
 * Bitrix24 counts per portal and source address. The key is the portal alone: a deployment calls from one address; with
 * two, each would have a budget of its own at the portal, and this one is the safer half.
 */
export async function reserveRequests(db: Database, portalId: string, asked: Asked): Promise<Reservation> {
  const { granted, retryAfterMs, pauses } = await decideReservation(db, portalId, asked);
  return { granted, retryAfterMs, pauses };
}

/** `reserveRequests` with what it was decided on. */
export async function decideReservation(db: Database, portalId: string, asked: Asked): Promise<Decision> {
  for (;;) {
    const decision = await updateBudget(db, portalId, asked);
    if (decision !== null) return decision;
    await openBudget(db, portalId);
  }
}

/** Gives a portal a full budget when it is connected, so that its first calls need not; one that it has stays as it is. */
export async function openBudget(db: Database, portalId: string): Promise<void> {
  await db.execute(
    sql`insert into rate_budget (portal_id, arrival_at) values (${portalId}, now()) on conflict do nothing`,
  );
}

type Row = { granted: number; wait_us: string; now_us: string; before_us: string; after_us: string; pauses: unknown };

const us = (instant: string) => sql.raw(`(extract(epoch from ${instant}) * 1000000)::bigint`);

// Materialized step by step: the clock is read when the row is locked, not before the wait for it.
const reserveStatement = fixedStatement<{ portalId: string; count: number; room: number; drain: number }, Row>(
  (given) => sql`
    with locked as materialized (
      select arrival_at as before_at from rate_budget where portal_id = ${given.portalId} for update
    ), clocked as materialized (
      select before_at, clock_timestamp() as now_at from locked
    ), asked as materialized (
      select *, greatest(before_at, now_at) as start_at,
             ${us("greatest(before_at, now_at) - now_at")} as ahead_us
      from clocked
    ), decided as materialized (
      select *,
             least(${given.count}::int, greatest(0, ${given.room}::int - ceil(ahead_us::numeric / ${given.drain}::bigint)))::int as granted,
             greatest(0, ahead_us - (${given.room}::int - 1) * ${given.drain}::bigint) as wait_us
      from asked
    ), taken as (
      update rate_budget set arrival_at = start_at + granted * ${given.drain}::float8 * interval '1 microsecond'
      from decided where portal_id = ${given.portalId} and granted > 0
      returning arrival_at as after_at
    )
    select granted, wait_us::text, ${us("now_at")}::text as now_us, ${us("before_at")}::text as before_us,
           ${us("coalesce((select after_at from taken), before_at)")}::text as after_us,
           (select jsonb_object_agg(method, ${us("opens_at - now_at")} / 1000)
            from method_pause where portal_id = ${given.portalId} and opens_at > now_at) as pauses
    from decided`,
);

async function updateBudget(
  db: Database,
  portalId: string,
  { lane, count, limits = REQUEST_LIMITS.standard }: Asked,
): Promise<Decision | null> {
  const asked = { portalId, count, room: roomOf(limits, lane), drain: drainUs(limits) };
  const [row] = await reserveStatement(db, asked);
  if (row === undefined) return null;
  return {
    granted: row.granted,
    retryAfterMs: row.granted > 0 ? 0 : Math.ceil(Number(row.wait_us) / 1000),
    pauses: (row.pauses ?? {}) as Record<string, number>, // safe: made by the statement
    nowUs: Number(row.now_us),
    beforeUs: Number(row.before_us),
    afterUs: Number(row.after_us),
  };
}

/** Holds a portal's budget back after it said "too many requests": even the most urgent request waits so long. */
export async function penalizePortal(
  db: Database,
  portalId: string,
  pauseMs: number,
  limits: RateLimits = REQUEST_LIMITS.standard,
): Promise<void> {
  const ahead = (limits.burst - 1) * drainUs(limits) + Math.round(pauseMs * 1000);
  await db.execute(sql`
    insert into rate_budget (portal_id, arrival_at)
    values (${portalId}, clock_timestamp() + ${ahead}::float8 * interval '1 microsecond')
    on conflict (portal_id) do update set arrival_at = greatest(rate_budget.arrival_at, excluded.arrival_at)`);
}

/** Keeps every process from a method that the portal has closed; a shorter pause does not undo a longer one. */
export async function pauseMethod(db: Database, portalId: string, method: string, pauseMs: number): Promise<void> {
  await db.execute(sql`
    insert into method_pause (portal_id, method, opens_at)
    values (${portalId}, ${method}, clock_timestamp() + ${pauseMs}::float8 * interval '1 millisecond')
    on conflict (portal_id, method) do update set opens_at = greatest(method_pause.opens_at, excluded.opens_at)`);
}
