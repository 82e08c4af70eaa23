import { and, desc, eq, sql, type SQL } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type Notification, notification } from "../../schema/notification.ts";
import { outboxEffect } from "../../schema/outbox-effect.ts";
import { DELIVERY, type FollowedNotification, isItsEffect } from "./delivery-of.ts";

export type NotificationFilter = {
  portalId: string;
  ruleCode: string | null;
  /** Who was told or not: a portal user id or a chat. */
  dialogId: string | null;
  subject: string | null;
  outcome: Notification["outcome"] | null;
};

/** A place in the list: the last row of the page before. `at` is the database's own text, exact to the microsecond. */
export type NotificationCursor = { at: string; id: string };

/** One page of what rules came to, told or not, newest first. */
export async function listNotifications(
  db: Database,
  filter: NotificationFilter,
  page: { after: NotificationCursor | null; limit: number },
): Promise<{ rows: FollowedNotification[]; next: NotificationCursor | null }> {
  const found = await db
    .select({ row: notification, delivery: DELIVERY, exactAt: sql<string>`${notification.createdAt}::text` })
    .from(notification)
    .leftJoin(outboxEffect, isItsEffect)
    .where(and(...conditionsOf(filter), page.after === null ? undefined : isBefore(page.after)))
    .orderBy(desc(notification.createdAt), desc(notification.id))
    .limit(page.limit + 1);
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  const next = found.length > page.limit && last !== undefined ? { at: last.exactAt, id: last.row.id } : null;
  return { rows: rows.map(({ row, delivery }) => ({ ...row, delivery })), next };
}

function conditionsOf({ portalId, ruleCode, dialogId, subject, outcome }: NotificationFilter): (SQL | undefined)[] {
  return [
    eq(notification.portalId, portalId),
    ruleCode === null ? undefined : eq(notification.ruleCode, ruleCode),
    dialogId === null ? undefined : eq(notification.dialogId, dialogId),
    subject === null ? undefined : eq(notification.subject, subject),
    outcome === null ? undefined : eq(notification.outcome, outcome),
  ];
}

function isBefore({ at, id }: NotificationCursor): SQL {
  return sql`(${notification.createdAt}, ${notification.id}) < (${at}::timestamptz, ${id}::uuid)`;
}
