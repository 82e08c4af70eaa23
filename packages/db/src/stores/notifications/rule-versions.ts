import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";

/** Of each portal that keeps rules what changes whenever one of them does, by the portal's id. */
export async function ruleVersions(db: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await db.execute<{ portal_id: string; version: string }>(sql`
    select portal_id, md5(string_agg(code || is_enabled || rule, ',' order by code)) as version
    from notification_rule group by portal_id`);
  return new Map(rows.map(({ portal_id, version }) => [portal_id, version]));
}
