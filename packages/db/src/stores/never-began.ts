import { sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import type { OutboxEffect } from "../schema/outbox-effect.ts";

/**
 * Whether a workflow is not there because its start never left: that is a dead letter, or a person has set it aside.
 *
 * @param effect Another effect of the workflow: they all share its lane.
 */
export async function neverBegan(db: Database, { lane }: Pick<OutboxEffect, "lane">): Promise<boolean> {
  // Each state by a branch of its own, as literals: each has an index of its few rows.
  const rows = await db.execute(sql`
    select 1 from outbox_effect where status = 'dead' and kind = 'workflow.start' and lane = ${lane}
    union all
    select 1 from outbox_effect where status = 'discarded' and kind = 'workflow.start' and lane = ${lane}
    limit 1`);
  return rows.length > 0;
}
