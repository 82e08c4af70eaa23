import type { InboxBody } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { fixedStatement } from "../fixed-statement.ts";
import { fixedRows } from "../given-rows.ts";
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
  /** How many were ended with the claim, and whether others of their lanes wait behind them. */
  ended: { count: number; hasNext: boolean };
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
  /**
   * Kinds that nobody wants: those it meets are ended as `ignored` by the claim itself, and count against no limit.
   */
  unwanted?: readonly InboxBody["kind"][];
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
  ended: number;
  ended_has_next: boolean;
};

const WAITING = {
  table: sql`inbox_event`,
  open: sql`status = 'waiting'`,
  columns: ["run_at", "deaths", "kind"],
};

const unwantedRows = fixedRows<InboxBody["kind"]>()("unwanted", { kind: ["text", (kind) => kind] });

type Values = WalkValues &
  ReturnType<typeof unwantedRows.values> & { claimId: string; limit: number; takesSuspect: boolean };

const claimStatement = fixedStatement<Values, Row>((given) => {
  const isUnwanted = sql`kind in (select kind from ${unwantedRows.from(given)})`;
  return sql`
    with recursive ${walkLanes(WAITING, given)}, free as materialized (
      select id, portal_id, deaths, seq, ${isUnwanted} as is_unwanted
      from head
      where is_new and run_at <= now()
        -- With a limit it stays one probe of the index for each lane; a join would compare each of them with all that run.
        and (select 1 from inbox_event busy where busy.lane = head.lane and busy.status = 'running' limit 1) is null
    ), candidate as (
      select id, deaths, seq, row_number() over (partition by portal_id order by seq) as turn
      from free where not is_unwanted
    ), picked as (
      (select id from candidate where deaths = 0 order by turn, seq limit ${given.limit}::int)
      union all
      (select id from candidate where deaths > 0 and ${given.takesSuspect}::boolean order by seq limit 1)
      union all
      (select id from free where is_unwanted)
    ), chosen as materialized (
      select id from inbox_event where status = 'waiting' and id in (select id from picked) for update skip locked
    ), claimed as (
      update inbox_event set
        status = case when ${isUnwanted} then 'ignored' else 'running' end,
        settled_at = case when ${isUnwanted} then now() end,
        lease_until = case when not ${isUnwanted} then now() + ${sql.raw(String(EVENT_LEASE_MS))} * interval '1 millisecond' end,
        attempts = attempts + 1, claim_id = ${given.claimId}::uuid
      where id in (select id from chosen)
      returning id, seq, lane, kind, status, portal_id, bot_id, attempts, releases, deaths, received_at, body
    ), followed as (
      select claimed.*, exists (
        select 1 from inbox_event later
        where later.portal_id = claimed.portal_id and later.lane collate "C" = claimed.lane and later.seq > claimed.seq
          and later.status = 'waiting'
      ) as has_next
      from claimed
    ), passed as (
      select count(*)::int as ended, coalesce(bool_or(has_next), false) as ended_has_next
      from followed where status = 'ignored'
    )
    select run.*, round.*, passed.*, (
      select row_to_json(talk) from (
        select ${seenColumns} from conversation
        where bot_id = run.bot_id and dialog_id = run.body -> 'dialog' ->> 'id'
      ) talk
    ) as seen
    from round cross join passed left join followed run on run.status = 'running'
    order by run.seq`;
});

async function claimOnce(
  db: Database,
  { claimId = newId(), limit, after = null, takesSuspect = true, unwanted = [] }: Asked,
): Promise<EventClaim> {
  const walk = walkValues(limit, after);
  const values = { ...walk, ...unwantedRows.values(unwanted), claimId, limit, takesSuspect };
  const rows = await claimStatement(db, values);
  const events = rows.flatMap((row) => (row.id === null ? [] : [toClaimed(row, row.id)]));
  const [first] = rows;
  return {
    events,
    ended: { count: first?.ended ?? 0, hasNext: first?.ended_has_next ?? false },
    next: roundAfter(after, first, events.length < limit),
  };
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
