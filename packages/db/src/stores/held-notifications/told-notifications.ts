import { isId } from "@botdeck/core/ids";
import { and, desc, eq, isNotNull } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type Notification, notification } from "../../schema/notification.ts";

/** Who asks why they were told: the bot's notifications to others are not theirs to see. */
export type Recipient = Pick<Notification, "portalId" | "botId"> & { dialogId: string };

/** The latest notifications to somebody, or what became of them, newest first. */
export function latestNotifications(db: Database, recipient: Recipient, limit: number): Promise<Notification[]> {
  return db
    .select()
    .from(notification)
    .where(and(isTo(recipient), isNotNull(notification.line)))
    .orderBy(desc(notification.createdAt), desc(notification.id))
    .limit(limit);
}

/** One of them by its id; null for any other. */
export async function notificationOf(db: Database, recipient: Recipient, id: string): Promise<Notification | null> {
  if (!isId(id)) return null;
  const [found] = await db
    .select()
    .from(notification)
    .where(and(isTo(recipient), eq(notification.id, id)));
  return found ?? null;
}

const isTo = ({ portalId, botId, dialogId }: Recipient) =>
  and(eq(notification.portalId, portalId), eq(notification.dialogId, dialogId), eq(notification.botId, botId));
