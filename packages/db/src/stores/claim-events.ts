import type { InboxBody } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { fixedStatement } from "../fixed-statement.ts";
import type { InboxEvent } from "../schema/inbox-event.ts";
import { type SeenConversation, seenColumns, type SeenRow, toSeen } from "./conversation-row.ts";
import { type LaneRound, roundAfter, type RoundRow, walkLanes, type WalkValues, walkValues } from "./lane-round.ts";
import { isLaneTaken } from "./lane-taken.ts";

/** After this a run's process counts as dead, in milliseconds; a living one gives up earlier. */
export const EVENT_LEASE_MS = 12_000;

/** An event in the hands of a runtime. `attempts` is the run's fencing token. */
export type ClaimedEvent = Pick<InboxEvent, "id" | "seq" | "lane" | "kind" | "portalId" | "attempts" | "receivedAt"> & {
  body: InboxBody;
  /** Runs before this one that failed. */
  failures: number;
  /** Another one of its lane waits behind it. */
  hasNext: boolean;
  /** An earlier run of it ended with its process. */
  isSuspect: boolean;
  /** Its conversation as it was when it was claimed; null when there is none yet, or none belongs to it. */
  seen: SeenConversation | null;
};

export type EventClaim = {
  events: ClaimedEvent[];
  /** Where the next claim has to go on; null when this one saw everything that waits. */
  next: LaneRound | null;
};

type Asked = {
  /** New for each claim; `giveBackEvents` wants it when the answer does not come. */
  claimId?: string;
  limit: number;
  /** Where the last claim stopped; claims go round the portals and their lanes. Null begins anew. */
  after?: LaneRound | null;
  /**
   * Whether one may be taken that saw its process die. They are run one at a time in a process, so that the one that kills
   * is soon told from those that were only near it.
   */
  takesSuspect?: boolean;
};

/**
 * Takes events that may run: heads of lanes of which none runs, due, the same share of every portal, oldest first. They
 * are `running` when this returns. Needs no durable commit: a claim that a crash of the database forgets is just made again.
 */
export async function claimEvents(db: Database, asked: Asked): Promise<EventClaim> {
  for (;;) {
    try {
      return await claimOnce(db, asked);
    } catch (error) {
      // Another process took one of these lanes in the same moment; by now that is seen.
      if (!isLaneTaken(error, "inbox_event_running_idx")) throw error;
    }
  }
}

type Row = RoundRow & {
  id: string | null;
  seq: string;
  lane: string;
  kind: string;
  portal_id: string;
  attempts: number;
  releases: number;
  deaths: number;
  received_at: string;
  body: InboxBody;
  has_next: boolean;
  seen: SeenRow | null;
};

const WAITING = {
  table: sql`inbox_event`,
  open: sql`status = 'waiting'`,
  columns: ["run_at", "deaths"],
};

const claimStatement = fixedStatement<WalkValues & { claimId: string; limit: number; takesSuspect: boolean }>(
  (given) => sql`
    with recursive ${walkLanes(WAITING, given)}, candidate as (
      select id, deaths, seq, row_number() over (partition by portal_id order by seq) as turn
      from head
      where is_new and run_at <= now()
        -- With a limit it stays one probe of the index for each lane; a join would compare each of them with all that run.
        and (select 1 from inbox_event busy where busy.lane = head.lane and busy.status = 'running' limit 1) is null
    ), picked as (
      (select id from candidate where deaths = 0 order by turn, seq limit ${given.limit}::int)
      union all
      (select id from candidate where deaths > 0 and ${given.takesSuspect}::boolean order by seq limit 1)
    ), chosen as materialized (
      select id from inbox_event where status = 'waiting' and id in (select id from picked) for update skip locked
    ), claimed as (
      update inbox_event set status = 'running', attempts = attempts + 1, claim_id = ${given.claimId}::uuid,
             lease_until = now() + ${sql.raw(String(EVENT_LEASE_MS))} * interval '1 millisecond'
      where id in (select id from chosen)
      returning id, seq, lane, kind, portal_id, bot_id, attempts, releases, deaths, received_at, body
    )
    select claimed.*, round.*, exists (
      select 1 from inbox_event later
      where later.portal_id = claimed.portal_id and later.lane collate "C" = claimed.lane and later.seq > claimed.seq
        and later.status = 'waiting'
    ) as has_next, (
      select row_to_json(talk) from (
        select ${seenColumns} from conversation
        where bot_id = claimed.bot_id and dialog_id = claimed.body -> 'dialog' ->> 'id'
      ) talk
    ) as seen
    from round left join claimed on true
    order by claimed.seq`,
);

async function claimOnce(
  db: Database,
  { claimId = newId(), limit, after = null, takesSuspect = true }: Asked,
): Promise<EventClaim> {
  const values = { ...walkValues(limit, after), claimId, limit, takesSuspect };
  const rows = await db.execute<Row>(claimStatement(values));
  const events = rows.flatMap((row) => (row.id === null ? [] : [toClaimed(row, row.id)]));
  return { events, next: roundAfter(after, rows[0], events.length < limit) };
}

function toClaimed(row: Row, id: string): ClaimedEvent {
  const { lane, kind, attempts, body } = row;
  return {
    id,
    seq: Number(row.seq),
    lane,
    kind,
    portalId: row.portal_id,
    attempts,
    failures: attempts - 1 - row.releases,
    receivedAt: new Date(row.received_at),
    body,
    hasNext: row.has_next,
    isSuspect: row.deaths > 0,
    seen: row.seen === null ? null : toSeen(row.seen),
  };
}
