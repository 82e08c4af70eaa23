import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import type { LetterWhat } from "./dead-letter.ts";

const SHOWN = 20;

/** What stands in a letter's lane now. */
export type LetterLane = {
  /** The next ones, in order; 20 at most. */
  next: { id: string; kind: string; status: string; at: Date }[];
  count: number;
};

/** What is open in a lane; literals where the index depends on them. */
export async function readLane(
  db: Database,
  { what, portalId, lane }: { what: LetterWhat; portalId: string; lane: string },
): Promise<LetterLane> {
  const rows = await db.execute<{ id: string; kind: string; status: string; at: string; count: number }>(
    what === "event"
      ? sql`
        select id, kind, status, received_at as at, (count(*) over ())::int as count from (
          select id, kind, status, received_at, seq from inbox_event where status = 'running' and lane = ${lane}
          union all
          select id, kind, status, received_at, seq from inbox_event
          where status = 'waiting' and portal_id = ${portalId}::uuid and lane collate "C" = ${lane}
        ) as open order by seq limit ${SHOWN}::int`
      : sql`
        select id, kind, status, created_at as at, (count(*) over ())::int as count from outbox_effect
        where status in ('ready', 'sending', 'uncertain') and portal_id = ${portalId}::uuid
          and lane collate "C" = ${lane}
        order by seq limit ${SHOWN}::int`,
  );
  const next = rows.map(({ id, kind, status, at }) => ({ id, kind, status, at: new Date(at) }));
  return { next, count: rows[0]?.count ?? 0 };
}
