import { type SQL, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { isAmongIds } from "../among-ids.ts";

/** A reply that has not left after so many hours never will. */
const WAIT_HOURS = 24;

/**
 * Notes how long the client waited for the first reply: from the portal's time of their first message until the portal
 * had our reply. An outcome that is written in the turn of that reply has to wait for it.
 *
 * @param visits Those of these visits; or all that were decided within the last day, as of an instant.
 */
export async function timeFirstResponses(db: Database, visits: readonly string[] | { now: Date }): Promise<void> {
  const isAsked: SQL =
    "now" in visits
      ? sql`visit.decided_at >= ${visits.now.toISOString()}::timestamptz - make_interval(hours => ${WAIT_HOURS}::int)`
      : isAmongIds(sql`visit.visit_id`, visits);
  await db.execute(sql`
    update outcome set first_response_ms = timed.ms
    from (
      -- A portal's clock may be ahead of ours.
      select visit.id, greatest(0, round(extract(epoch from first.sent_at - visit.began_at) * 1000))::int as ms
      from outcome visit
      cross join lateral (
        select seq from message
        where conversation_id = visit.conversation_id and author = 'client' and occurred_at = visit.began_at
        order by seq limit 1
      ) as said
      cross join lateral (
        select effect.settled_at as sent_at
        from message reply join outbox_effect effect on effect.key = reply.source_key and effect.status = 'sent'
        where reply.conversation_id = visit.conversation_id and reply.seq > said.seq and reply.author = 'bot'
        order by reply.seq limit 1
      ) as first
      where visit.first_response_ms is null and ${isAsked}
    ) as timed
    where outcome.id = timed.id`);
}
