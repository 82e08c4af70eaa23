import type { RecordChange } from "@botdeck/core";
import { and, desc, eq, gte, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { inboxEvent } from "../../schema/inbox-event.ts";
import { idAt } from "../retention/id-at.ts";

/** What changed on a portal since an instant, newest first, as far as its body is still kept. */
export async function recentRecordChanges(
  db: Database,
  portalId: string,
  { since, limit }: { since: Date; limit: number },
): Promise<{ id: string; body: RecordChange }[]> {
  const rows = await db
    .select({ id: inboxEvent.id, body: inboxEvent.body })
    .from(inboxEvent)
    .where(
      and(
        eq(inboxEvent.portalId, portalId),
        gte(inboxEvent.id, idAt(since)),
        // Written out, as the index has it: its plan is made without values.
        sql`${inboxEvent.kind} = 'record.changed' and ${inboxEvent.body} is not null`,
      ),
    )
    .orderBy(desc(inboxEvent.id))
    .limit(limit);
  return rows.flatMap(({ id, body }) => (body?.kind === "record.changed" ? [{ id, body }] : []));
}
