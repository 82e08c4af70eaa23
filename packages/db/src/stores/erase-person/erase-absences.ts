import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import type { PortalPerson } from "./person.ts";

/**
 * Removes what a person has asked for, and takes them out of what others have: that they decided, and in which words. The
 * portal's own calendar and list are the portal's. @returns How many requests of theirs there were.
 */
export async function eraseAbsences(
  db: Database,
  { portalId, portalUserId }: PortalPerson,
  isDryRun: boolean,
): Promise<number> {
  const isOfPortal = sql`portal_id = ${portalId}::uuid`;
  const isTheirs = sql`${isOfPortal} and person_id = ${portalUserId}`;
  if (isDryRun) return (await db.execute(sql`select 1 from absence where ${isTheirs}`)).length;
  await db.execute(sql`
    update absence set approver_id = null, reason = null where ${isOfPortal} and approver_id = ${portalUserId}`);
  return (await db.execute(sql`delete from absence where ${isTheirs} returning 1`)).length;
}
