import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { isAmongIds } from "../among-ids.ts";

/** Of a group's timeline; whoever was paged before is found by no name. */
const MOST_EVENTS = 200;

export type TitledAlertGroup = {
  id: string;
  title: string;
  /** Names of whoever was paged or answered lately, by portal user id. */
  people: Readonly<Record<string, string>>;
};

/** What groups of alerts of a portal are called, and who had to do with them. */
export async function titlesOfAlertGroups(
  db: Database,
  portalId: string,
  ids: readonly string[],
): Promise<TitledAlertGroup[]> {
  if (ids.length === 0) return [];
  return db.execute<TitledAlertGroup>(sql`
    select alert_group.id, alert_group.title, coalesce(timeline.people, '{}') as people
    from alert_group cross join lateral (
      select jsonb_object_agg(latest.person_id, latest.person_name)
        filter (where latest.person_id is not null and latest.person_name <> '') as people
      from (
        select person_id, person_name from alert_event
        where group_id = alert_group.id
        order by at desc
        limit ${MOST_EVENTS}
      ) latest
    ) timeline
    where ${isAmongIds(sql`alert_group.id`, [...new Set(ids)])} and alert_group.portal_id = ${portalId}::uuid`);
}
