import { and, eq, inArray, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { notificationPreference } from "../../schema/notification.ts";

/**
 * How people of a portal want to be told, by portal user id, with what is known of their working day; whoever has chosen nothing is
 * missing.
 */
export async function preferencesOf(
  db: Database,
  portalId: string,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  if (userIds.length === 0) return new Map();
  const { userId, preference, isWorkdayClosed } = notificationPreference;
  const rows = await db
    .select({ userId, preference, isWorkdayClosed })
    .from(notificationPreference)
    .where(and(eq(notificationPreference.portalId, portalId), inArray(userId, [...new Set(userIds)])));
  return new Map(
    rows.map((row) => [row.userId, { ...Object(row.preference), isWorkdayClosed: row.isWorkdayClosed === true }]),
  );
}

/**
 * Changes how a person wants to be told.
 *
 * @param change Is given what they had chosen before; an empty object when that was nothing.
 */
export function changePreference<Value>(
  db: Database,
  { portalId, userId }: { portalId: string; userId: string },
  change: (before: unknown) => Value,
): Promise<Value> {
  return db.transaction(async (tx) => {
    const isTheirs = and(eq(notificationPreference.portalId, portalId), eq(notificationPreference.userId, userId));
    // One that is not there cannot be locked.
    await tx.insert(notificationPreference).values({ portalId, userId, preference: {} }).onConflictDoNothing();
    const [row] = await tx.select().from(notificationPreference).where(isTheirs).for("update");
    const preference = change(row?.preference);
    await tx
      .update(notificationPreference)
      .set({ preference, updatedAt: sql`now()` })
      .where(isTheirs);
    return preference;
  });
}
