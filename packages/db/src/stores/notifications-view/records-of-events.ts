import type { RecordChange } from "@botdeck/core";
import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { isAmongIds } from "../among-ids.ts";

/** A record as an event told of it. */
export type RecordOfEvent = {
  subject: string;
  /** Null where the record has none, or was gone. */
  title: string | null;
  people: RecordChange["people"];
};

/** The records that events of a portal are about, the latest event first, as far as the bodies are still kept. */
export async function recordsOfEvents(
  db: Database,
  portalId: string,
  eventIds: readonly string[],
): Promise<RecordOfEvent[]> {
  if (eventIds.length === 0) return [];
  return db.execute<RecordOfEvent>(sql`
    select event.body ->> 'subject' as subject, nullif(event.body -> 'record' ->> 'title', '') as title,
      event.body -> 'people' as people
    from inbox_event event
    where ${isAmongIds(sql`event.id`, [...new Set(eventIds)])} and event.portal_id = ${portalId}::uuid
      and event.kind = 'record.changed' and event.body is not null
    order by event.seq desc`);
}
