import { sql } from "drizzle-orm";

import type { DatabaseHandle } from "../../client.ts";
import type { PortalPerson } from "./person.ts";

/**
 * Empties the tickets that a person has asked for, with all that was written about them, and what they wrote about others'. Numbers
 * and times stay; what was open is closed. They follow no ticket and have no turn at any more.
 *
 * @returns How many tickets.
 */
export async function eraseTickets(
  db: DatabaseHandle["db"],
  { portalId, portalUserId }: PortalPerson,
  isDryRun: boolean,
): Promise<number> {
  const isTheirs = sql`portal_id = ${portalId}::uuid and reporter_id = ${portalUserId}`;
  const [row] = await db.execute<{ count: number }>(sql`select count(*)::int as count from ticket where ${isTheirs}`);
  if (isDryRun) return row?.count ?? 0;
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      update ticket_comment set text = '', author_id = '', author_name = ''
      where portal_id = ${portalId}::uuid
        and (author_id = ${portalUserId} or ticket_id in (select id from ticket where ${isTheirs}))`);
    await tx.execute(sql`
      update ticket set reporter_id = '', reporter_name = '', title = '', description = '', file_ids = '[]', rating_comment = null,
        -- Its workflow ends with their dialog: it must not count as work that somebody still has.
        state = case when state = 'merged' then state else 'closed' end, closed_at = coalesce(closed_at, now())
      where ${isTheirs}`);
    await tx.execute(sql`
      update ticket set assignee_id = null where portal_id = ${portalId}::uuid and assignee_id = ${portalUserId}`);
    await tx.execute(sql`
      delete from ticket_follower where person_id = ${portalUserId}
        and ticket_id in (select id from ticket where portal_id = ${portalId}::uuid)`);
    await tx.execute(sql`delete from rotation where portal_id = ${portalId}::uuid and user_id = ${portalUserId}`);
  });
  return row?.count ?? 0;
}
