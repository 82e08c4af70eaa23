import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { laneOf } from "../inbox.ts";
import { eachRange } from "./each-range.ts";
import { isAmong, type OwnDialog, type PortalPerson } from "./person.ts";

/** In an event that nobody could read, a person is whoever stands under such a name. */
const PERSON_KEY = "(user|author|from)";

/**
 * Empties the events that a person caused or that came from their dialogs, also as they were before an edit; their keys stay, so that none is taken in a
 * second time. What waits or runs is not handled any more: a run whose turn is being written is waited for, any other finds itself void.
 *
 * @returns The events' ids.
 */
export async function eraseEvents(
  db: Database,
  person: PortalPerson,
  dialogs: readonly OwnDialog[],
  isDryRun: boolean,
): Promise<string[]> {
  const { portalId, portalUserId } = person;
  const lanes = dialogs.map(({ botId, dialogId }) => laneOf({ botId, dialog: { id: dialogId } }));
  const unreadable = `$.data.** ? (@.type() == "object").keyvalue() ? (@.key like_regex "${PERSON_KEY}" flag "i" && @.value == $id)`;
  const isTheirs = sql`portal_id = ${portalId}::uuid and (
    ${isAmong(sql`lane`, lanes)}
    or body -> 'person' ->> 'id' = ${portalUserId}
    or (body -> 'dialog' ->> 'type' = 'private' and body -> 'dialog' ->> 'id' = ${portalUserId})
    or body ->> 'userId' = ${portalUserId}
    or (kind = 'record.changed' and body -> 'people' ? ${portalUserId}::text)
    or (kind = 'event.unreadable' and (
      jsonb_path_exists(body, ${unreadable}::jsonpath, jsonb_build_object('id', ${portalUserId}::text), true)
      or jsonb_path_exists(body, ${unreadable}::jsonpath, ${asNumber(portalUserId)}::jsonb, true)
    ))
  )`;
  const ids: string[] = [];
  for await (const range of eachRange(db, "inbox_event")) {
    const rows = await db.execute<{ id: string }>(
      isDryRun
        ? sql`select id from inbox_event where ${range} and ${isTheirs}`
        : sql`
          with emptied as (
            update inbox_event set body = null, last_error = null, lane = 'erased', lease_until = null,
              -- Whoever runs it finds its run void.
              attempts = attempts + case when status = 'running' then 1 else 0 end,
              status = case when status in ('waiting', 'running', 'dead') then 'discarded' else status end,
              settled_at = coalesce(settled_at, now())
            where ${range} and ${isTheirs}
            returning id
          )
          select id from emptied`,
    );
    ids.push(...rows.map(({ id }) => id));
  }
  // A statement of its own: it sees the edit that the erasing of its event had to wait for.
  if (!isDryRun) {
    await db.execute(sql`
      delete from letter_edit using inbox_event event where event.id = letter_edit.letter_id and event.body is null`);
  }
  return ids;
}

/** The portal writes ids as texts or as numbers. */
const asNumber = (id: string) => JSON.stringify({ id: /^\d+$/.test(id) ? Number(id) : id });
