import { sql } from "drizzle-orm";

import type { Transaction } from "../../client.ts";
import { isAmongIds } from "../among-ids.ts";

/** A client who comes back about the same topic within this, in hours from the last word, was not helped. */
export const RECONTACT_HOURS = 72;
/** And within this not for good: it is noted, and told apart by its time. */
const RETURN_HOURS = 168;

/** Looks for the visit before each of these, of the same client with the same bot and topic, and ties the two together. */
export async function markRecontacts(tx: Transaction, visitIds: readonly string[]): Promise<void> {
  if (visitIds.length === 0) return;
  await tx.execute(sql`
    update outcome fresh set recontact_of = (
      select earlier.visit_id from outcome earlier
      where earlier.bot_id = fresh.bot_id and earlier.person_id = fresh.person_id and earlier.topic = fresh.topic
        and earlier.began_at < fresh.began_at
        and earlier.ended_at >= fresh.began_at - make_interval(hours => ${RETURN_HOURS}::int)
      order by earlier.began_at desc limit 1
    )
    where ${isAmongIds(sql`fresh.visit_id`, visitIds)}`);
  await tx.execute(sql`
    update outcome earlier set recontacted_at = fresh.began_at
    from outcome fresh
    where ${isAmongIds(sql`fresh.visit_id`, visitIds)} and earlier.visit_id = fresh.recontact_of
      and earlier.recontacted_at is null`);
}
