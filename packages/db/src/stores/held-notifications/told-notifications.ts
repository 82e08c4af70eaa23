import { isId } from "@botdeck/core/ids";
import { and, desc, eq, inArray } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type Notification, notification } from "../../schema/notification.ts";
import { outboxEffect } from "../../schema/outbox-effect.ts";
import { DELIVERY, type FollowedNotification, isItsEffect } from "../notifications-view/delivery-of.ts";

/** Who asks why they were told: the bot's notifications to others are not theirs to see. */
export type Recipient = Pick<Notification, "portalId" | "botId"> & { dialogId: string };

/** What rules came to for somebody lately, told or not, newest first. */
export async function latestNotifications(
  db: Database,
  recipient: Recipient,
  limit: number,
): Promise<FollowedNotification[]> {
  const found = await db
    .select({ row: notification, delivery: DELIVERY })
    .from(notification)
    .leftJoin(outboxEffect, isItsEffect)
    .where(isTo(recipient))
    .orderBy(desc(notification.createdAt), desc(notification.id))
    .limit(limit);
  return found.map(({ row, delivery }) => ({ ...row, delivery }));
}

/** The rules by which somebody was told something lately, the latest first, each as often as it told. */
export async function rulesHeardLately(db: Database, recipient: Recipient, limit: number): Promise<string[]> {
  const rows = await db
    .select({ ruleCode: notification.ruleCode })
    .from(notification)
    .where(and(isTo(recipient), inArray(notification.outcome, ["sent", "held", "digested", "edited"])))
    .orderBy(desc(notification.createdAt), desc(notification.id))
    .limit(limit);
  return rows.map(({ ruleCode }) => ruleCode);
}

/** One of them by its id; null for any other. */
export async function notificationOf(
  db: Database,
  recipient: Recipient,
  id: string,
): Promise<FollowedNotification | null> {
  if (!isId(id)) return null;
  const [found] = await db
    .select({ row: notification, delivery: DELIVERY })
    .from(notification)
    .leftJoin(outboxEffect, isItsEffect)
    .where(and(isTo(recipient), eq(notification.id, id)));
  return found === undefined ? null : { ...found.row, delivery: found.delivery };
}

const isTo = ({ portalId, botId, dialogId }: Recipient) =>
  and(eq(notification.portalId, portalId), eq(notification.dialogId, dialogId), eq(notification.botId, botId));
