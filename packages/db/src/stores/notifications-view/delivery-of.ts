import { eq } from "drizzle-orm";

import { type Notification, notification } from "../../schema/notification.ts";
import { type OutboxEffect, outboxEffect } from "../../schema/outbox-effect.ts";

/** A notification with what became of its message; null when there is none, or it is forgotten. */
export type FollowedNotification = Notification & { delivery: Pick<OutboxEffect, "status" | "lastError"> | null };

/** The columns of what became of a notification's message, for whoever joins its effect. */
export const DELIVERY = { status: outboxEffect.status, lastError: outboxEffect.lastError };

/** Which effect told a notification: its key is unique. */
export const isItsEffect = eq(outboxEffect.key, notification.effectKey);
