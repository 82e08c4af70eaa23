import { type Notification, notification } from "../../schema/notification.ts";
import type { Database } from "../../client.ts";

/** More in one statement would have too many parameters. */
const AT_ONCE = 500;

export type NewNotification = Omit<Notification, "createdAt">;

/**
 * Keeps what became of rules at an event. The same event, rule and recipient is kept once.
 *
 * @returns Ids of those that are new.
 */
export async function keepNotifications(db: Database, rows: readonly NewNotification[]): Promise<ReadonlySet<string>> {
  const kept = new Set<string>();
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const part = rows.slice(start, start + AT_ONCE);
    const added = await db.insert(notification).values(part).onConflictDoNothing().returning({ id: notification.id });
    for (const { id } of added) kept.add(id);
  }
  return kept;
}
