import { and, asc, eq, lt, or, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { notificationPreference } from "../../schema/notification.ts";

/** Somebody whose notifications follow their working day. */
export type WorkdayFollower = { portalId: string; userId: string };

/** Whose working day nobody has asked about since then, the longest ago first. */
export function workdaysToAsk(
  db: Database,
  { before, limit }: { before: Date; limit: number },
): Promise<WorkdayFollower[]> {
  const { portalId, userId, preference, workdayCheckedAt } = notificationPreference;
  return db
    .select({ portalId, userId })
    .from(notificationPreference)
    .where(
      and(
        sql`${preference} @> '{"followsWorkday": true}'::jsonb`,
        or(sql`${workdayCheckedAt} is null`, lt(workdayCheckedAt, before)),
      ),
    )
    .orderBy(sql`${workdayCheckedAt} nulls first`, asc(portalId), asc(userId))
    .limit(limit);
}

/** @param isClosed Null when the portal does not tell. */
export async function noteWorkday(
  db: Database,
  { portalId, userId }: WorkdayFollower,
  { isClosed, at }: { isClosed: boolean | null; at: Date },
): Promise<void> {
  await db
    .update(notificationPreference)
    .set({ isWorkdayClosed: isClosed, workdayCheckedAt: at })
    .where(and(eq(notificationPreference.portalId, portalId), eq(notificationPreference.userId, userId)));
}
