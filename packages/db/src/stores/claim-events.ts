import type { InboxBody } from "@botdeck/core";
import { sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import type { InboxEvent } from "../schema/inbox-event.ts";
import { isLaneTaken } from "./lane-taken.ts";

/** After this a run's process counts as dead, in milliseconds; a living one gives up earlier. */
export const EVENT_LEASE_MS = 15_000;

/** Lanes looked at by one claim at most, and of one portal: a portal with many of them must not hide the others. */
const LANES = 256;
const LANES_PER_PORTAL = 32;
/** Below every portal id. */
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/** An event in the hands of a runtime. `attempts` is the run's fencing token. */
export type ClaimedEvent = Pick<InboxEvent, "id" | "seq" | "lane" | "kind" | "portalId" | "attempts" | "receivedAt"> & {
  body: InboxBody;
};

export type EventClaim = {
  events: ClaimedEvent[];
  /** Where the next claim has to go on; null when this one saw everything that waits. */
  next: string | null;
};

/**
 * Takes events that may run: heads of lanes of which none runs, due, the same share of every portal, oldest first. They
 * are `running` when this returns. Needs no durable commit: a claim that a crash of the database forgets is just made again.
 *
 * @param after Where the last claim stopped; claims go round the portals.
 */
export async function claimEvents(db: Database, limit: number, after: string | null): Promise<EventClaim> {
  for (;;) {
    try {
      return await claimOnce(db, limit, after);
    } catch (error) {
      // Another process took one of these lanes in the same moment; by now that is seen.
      if (!isLaneTaken(error, "inbox_event_running_idx")) throw error;
    }
  }
}

type Row = {
  id: string | null;
  seq: string;
  lane: string;
  kind: string;
  portal_id: string;
  attempts: number;
  received_at: string;
  body: InboxBody;
  seen: number;
  last_portal: string | null;
};

async function claimOnce(db: Database, limit: number, after: string | null): Promise<EventClaim> {
  // From lane to lane by the index, one probe each, however many events stand in it.
  const rows = await db.execute<Row>(sql`
    with recursive head as (
      (
        select id, portal_id, lane, seq, run_at, 1 as nth, 1 as seen
        from inbox_event
        where status = 'waiting' and portal_id > ${after ?? BEFORE_ALL}::uuid
        order by portal_id, lane collate "C", seq limit 1
      )
      union all
      select next.id, next.portal_id, next.lane, next.seq, next.run_at,
             case when next.portal_id = head.portal_id then head.nth + 1 else 1 end, head.seen + 1
      from head cross join lateral (
        select id, portal_id, lane, seq, run_at
        from inbox_event
        where status = 'waiting' and (portal_id, lane collate "C") >
          (head.portal_id, (case when head.nth >= ${LANES_PER_PORTAL}::int then '~' else head.lane end) collate "C")
        order by portal_id, lane collate "C", seq limit 1
      ) next
      where head.seen < ${LANES}::int
    ), candidate as (
      select id, seq, row_number() over (partition by portal_id order by seq) as turn
      from head
      where run_at <= now()
        and not exists (select 1 from inbox_event busy where busy.lane = head.lane and busy.status = 'running')
    ), chosen as materialized (
      select id from inbox_event
      where status = 'waiting' and id in (select id from candidate order by turn, seq limit ${limit}::int)
      for update skip locked
    ), claimed as (
      update inbox_event set status = 'running', attempts = attempts + 1,
             lease_until = now() + ${EVENT_LEASE_MS}::int * interval '1 millisecond'
      where id in (select id from chosen)
      returning id, seq, lane, kind, portal_id, attempts, received_at, body
    )
    select claimed.*, stop.seen, stop.last_portal
    from (select count(*)::int as seen, max(portal_id::text) as last_portal from head) stop
    left join claimed on true
    order by claimed.seq`);
  const [first] = rows;
  return {
    events: rows.flatMap((row) => (row.id === null ? [] : [toClaimed(row, row.id)])),
    next: first !== undefined && first.seen >= LANES ? first.last_portal : null,
  };
}

function toClaimed({ seq, lane, kind, portal_id, attempts, received_at, body }: Row, id: string): ClaimedEvent {
  const receivedAt = new Date(received_at);
  return { id, seq: Number(seq), lane, kind, portalId: portal_id, attempts, receivedAt, body };
}
