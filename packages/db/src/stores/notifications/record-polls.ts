import { eq } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { recordPoll } from "../../schema/notification.ts";

/** Until when a portal was looked through for changes, by kind of record. */
export async function recordPolls(db: Database, portalId: string): Promise<ReadonlyMap<string, Date>> {
  const rows = await db.select().from(recordPoll).where(eq(recordPoll.portalId, portalId));
  return new Map(rows.map(({ record, lookedUntil }) => [record, lookedUntil]));
}

/** Notes until when a portal was looked through. */
export async function noteRecordPoll(
  db: Database,
  { portalId, record, lookedUntil }: { portalId: string; record: string; lookedUntil: Date },
): Promise<void> {
  await db
    .insert(recordPoll)
    .values({ portalId, record, lookedUntil })
    .onConflictDoUpdate({ target: [recordPoll.portalId, recordPoll.record], set: { lookedUntil } });
}
