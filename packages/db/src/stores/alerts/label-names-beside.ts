import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import type { AlertGroup } from "../../schema/alert.ts";

/** No source groups by so many. */
const MOST_NAMES = 50;

/** Names of labels that other groups of a hook have beside all those of this one: its source may group by them as well. */
export async function labelNamesBeside(
  db: Database,
  { id, hookId, groupLabels }: Pick<AlertGroup, "id" | "hookId"> & { groupLabels: Readonly<Record<string, string>> },
): Promise<string[]> {
  const ours = JSON.stringify(groupLabels);
  const rows = await db.execute<{ name: string }>(sql`
    select distinct name from alert_group, jsonb_object_keys(group_labels) as name
    where hook_id = ${hookId}::uuid and id <> ${id}::uuid
      and group_labels @> ${ours}::jsonb and not ${ours}::jsonb ? name
    order by name limit ${MOST_NAMES}::int`);
  return rows.map(({ name }) => name);
}
