import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";

/** People of a portal whom a bot has met in a private dialog, by name. Clients of open lines are none of them. */
export async function peopleMet(
  db: Database,
  portalId: string,
  limit: number,
): Promise<{ id: string; name: string }[]> {
  const rows = await db.execute<{ id: string; name: string }>(sql`
    select met.id, met.name from (
      select distinct on (talk.dialog_id) talk.dialog_id as id, talk.person_name as name
      from bot join conversation talk on talk.bot_id = bot.id
      where bot.portal_id = ${portalId}::uuid and talk.dialog_type = 'private' and talk.person_name <> ''
      order by talk.dialog_id, talk.updated_at desc
    ) met
    order by met.name, met.id
    limit ${limit}`);
  return [...rows];
}
