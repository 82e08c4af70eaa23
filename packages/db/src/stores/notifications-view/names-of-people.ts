import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";

/**
 * What people of a portal are called, as far as a bot has met them in a private dialog, by portal user id.
 *
 * Ids may be those of chats as well: these have no name here.
 */
export async function namesOfPeople(
  db: Database,
  portalId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const wanted = sql`array[${sql.join(
    [...new Set(ids)].map((id) => sql`${id}`),
    sql`, `,
  )}]::text[]`;
  // A private dialog is named after the person: the unique key of dialogs finds them.
  const rows = await db.execute<{ dialog_id: string; person_name: string }>(sql`
    select distinct on (talk.dialog_id) talk.dialog_id, talk.person_name
    from bot join conversation talk on talk.bot_id = bot.id and talk.dialog_id = any(${wanted})
    where bot.portal_id = ${portalId}::uuid and talk.dialog_type = 'private'
    order by talk.dialog_id, talk.updated_at desc`);
  return new Map(rows.map((row) => [row.dialog_id, row.person_name]));
}
