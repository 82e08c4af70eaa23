import { sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { inboxEvent, outboxEffect } from "../schema/index.ts";

/** What waits, what is in doubt and what needs a person. */
export type SystemStatus = {
  inboxWaiting: number;
  inboxDead: number;
  /** Ready, or being sent now. */
  outboxOpen: number;
  outboxUncertain: number;
  outboxDead: number;
};

/** Counts of inbox and outbox. The statuses are literals, so that the partial indexes serve under a prepared plan too. */
export async function systemStatus(db: Database): Promise<SystemStatus> {
  const [row] = await db.execute<SystemStatus>(sql`
    select
      (select count(*)::int from ${inboxEvent} where status = 'waiting') as "inboxWaiting",
      (select count(*)::int from ${inboxEvent} where status = 'dead') as "inboxDead",
      (select count(*)::int from ${outboxEffect} where status = 'dead') as "outboxDead",
      open.open as "outboxOpen", open.uncertain as "outboxUncertain"
    from (
      select
        count(*) filter (where status in ('ready', 'sending'))::int as open,
        count(*) filter (where status = 'uncertain')::int as uncertain
      from ${outboxEffect} where status in ('ready', 'sending', 'uncertain')
    ) as open
  `);
  if (row === undefined) throw new TypeError("a count without a row");
  return row;
}
