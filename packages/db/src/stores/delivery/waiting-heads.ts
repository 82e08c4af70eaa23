import type { EffectKind } from "@botdeck/core";
import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import type { OUTBOX_STATUS } from "../../schema/outbox-effect.ts";

/** Lanes of one portal that are walked through; the oldest of these are shown. */
export const MOST_HEADS_WALKED = 500;
const MOST_BEHIND = 100;

/** What leaves next in its lane, or would if it could. */
export type WaitingHead = {
  id: string;
  kind: EffectKind;
  status: (typeof OUTBOX_STATUS)[number];
  /** Deliveries tried so far. */
  attempts: number;
  createdAt: Date;
  /** Not before this instant. */
  runAt: Date;
  lastError: string | null;
  botName: string | null;
  conversationId: string | null;
  /** Whom it is for, where it belongs to a conversation. */
  personName: string | null;
  /** Those of its lane that wait for it; 100 stands for more. */
  behind: number;
};

type Row = {
  id: string;
  kind: EffectKind;
  status: WaitingHead["status"];
  attempt: number;
  created_at: string;
  run_at: string;
  last_error: string | null;
  bot_name: string | null;
  conversation_id: string | null;
  person_name: string | null;
  behind: number;
  walked: number;
};

/**
 * The first open effect of each lane of a portal, the oldest first. From lane to lane by the index, one probe each, however many
 * effects stand in a lane.
 *
 * @returns `walked` lanes; as many as `MOST_HEADS_WALKED` when there may be more.
 */
export async function waitingHeads(
  db: Database,
  { portalId, limit }: { portalId: string; limit: number },
): Promise<{ rows: WaitingHead[]; walked: number }> {
  const columns = sql`id, lane, seq, kind, status, attempt, created_at, run_at, last_error, bot_id, conversation_id`;
  const open = sql`status in ('ready', 'sending', 'uncertain') and portal_id = ${portalId}::uuid`;
  const rows = await db.execute<Row>(sql`
    with recursive head as (
      (
        select ${columns}, 1 as nth from outbox_effect where ${open} order by portal_id, lane collate "C", seq limit 1
      )
      union all
      select next.*, head.nth + 1 from head cross join lateral (
        select ${columns} from outbox_effect
        where ${open} and lane collate "C" > head.lane collate "C" order by portal_id, lane collate "C", seq limit 1
      ) as next
      where head.nth < ${MOST_HEADS_WALKED}::int
    ), shown as (
      select *, (count(*) over ())::int as walked from head order by seq limit ${limit}::int
    )
    select shown.id, shown.kind, shown.status, shown.attempt, shown.created_at, shown.run_at, shown.last_error,
           bot.name as bot_name, shown.conversation_id, talk.person_name, shown.walked,
           (
             select count(*)::int from (
               select 1 from outbox_effect where ${open} and lane collate "C" = shown.lane and seq > shown.seq
               limit ${MOST_BEHIND}::int
             ) as counted
           ) as behind
    from shown
    left join bot on bot.id = shown.bot_id
    left join conversation talk on talk.id = shown.conversation_id
    order by shown.seq`);
  return { rows: rows.map(toHead), walked: rows[0]?.walked ?? 0 };
}

function toHead(row: Row): WaitingHead {
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    attempts: row.attempt,
    createdAt: new Date(row.created_at),
    runAt: new Date(row.run_at),
    lastError: row.last_error,
    botName: row.bot_name,
    conversationId: row.conversation_id,
    personName: row.person_name,
    behind: row.behind,
  };
}
