import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";

const FOLDED = "A later change of the same record is read instead";

type Reading = { portalId: string; subject: string; lane: string; key: string; userId: string | null };

/**
 * Takes back readings of a changed record that have not begun: a later one by the same person reads the same. What was added or
 * said is told by its own reading.
 *
 * @returns How many were needless.
 */
export async function foldReads(db: Database, { portalId, subject, lane, key, userId }: Reading): Promise<number> {
  const rows = await db.execute<{ id: string }>(sql`
    update outbox_effect set status = 'cancelled', last_error = ${FOLDED}, settled_at = now()
    where portal_id = ${portalId}::uuid and lane collate "C" = ${lane} and status = 'ready' and attempt = 0
      and kind = 'record.read' and body ->> 'change' = 'updated' and body ->> 'subject' = ${subject} and key <> ${key}
      and body ->> 'userId' is not distinct from ${userId}::text
    returning id`);
  return rows.length;
}
