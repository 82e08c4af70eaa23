import type { Effect, NotificationStep } from "@botdeck/core";
import { and, asc, eq, inArray, lte, min, sql } from "drizzle-orm";

import type { DatabaseHandle, Transaction } from "../../client.ts";
import { type Notification, notification } from "../../schema/notification.ts";
import { bot } from "../../schema/portal.ts";
import { laneOf } from "../inbox.ts";
import { putEffects, wakeDeliverer } from "../outbox.ts";

/** Told together at most; what is beyond comes in the next message. */
const MOST_AT_ONCE = 2_000;

/** For whom something is held. */
export type HeldFor = Pick<Notification, "portalId" | "botId"> & { dialogId: string };
export type HeldNotification = Pick<Notification, "id" | "ruleCode" | "subject" | "line" | "createdAt">;

/** What becomes of what was held: `told` ones in this message, the others not at all, or later. */
export type Telling = {
  /** Null when there is nothing left to tell. */
  message: Pick<Effect & { kind: "chat.notify" }, "text" | "buttons" | "inBell"> | null;
  /** Those that the person does not want to hear of by now, with the step that says so. */
  dropped: readonly { id: string; step: NotificationStep }[];
};

/** The people to whom something held is due, who has waited longest first. */
export async function peopleWithHeld(db: DatabaseHandle["db"], now: Date, limit: number): Promise<HeldFor[]> {
  const { portalId, botId, dialogId, dueAt, outcome } = notification;
  const rows = await db
    .select({ portalId, botId, dialogId: sql<string>`${dialogId}` })
    .from(notification)
    .innerJoin(bot, and(eq(bot.id, botId), eq(bot.state, "active")))
    // Written out, as the index has it.
    .where(and(sql`${outcome} = 'held'`, lte(dueAt, now), sql`${dialogId} is not null`))
    .groupBy(portalId, botId, dialogId)
    .orderBy(asc(min(dueAt)))
    .limit(limit);
  return rows;
}

/**
 * Tells one person what is due, in one message: whatever was held since the last time, also when they should have heard of
 * it more than once meanwhile. Two processes do not tell them twice.
 *
 * @param telling Decides in the transaction; a moment in place of words puts it off until then.
 * @returns How many were told.
 */
export function tellHeld(
  db: DatabaseHandle["db"],
  person: HeldFor,
  now: Date,
  telling: (tx: Transaction, held: readonly HeldNotification[]) => Promise<Telling | Date>,
): Promise<number> {
  const { portalId, botId, dialogId } = person;
  return db.transaction(async (tx) => {
    // Not only the rows: of a person's rows each of two processes would get some.
    const [lock] = await tx.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`held:${botId}:${dialogId}`}, 0)) as mine`,
    );
    if (lock?.mine !== true) return 0;
    const { id, ruleCode, subject, line, createdAt } = notification;
    const held = await tx
      .select({ id, ruleCode, subject, line, createdAt })
      .from(notification)
      .where(
        and(
          eq(notification.portalId, portalId),
          eq(notification.botId, botId),
          eq(notification.dialogId, dialogId),
          eq(notification.outcome, "held"),
          lte(notification.dueAt, now),
        ),
      )
      .orderBy(asc(notification.createdAt), asc(notification.id))
      .limit(MOST_AT_ONCE)
      .for("update", { skipLocked: true });
    const [first] = held;
    if (first === undefined) return 0;
    const decided = await telling(tx, held);
    const ids = held.map((each) => each.id);
    if (decided instanceof Date) {
      await tx.update(notification).set({ dueAt: decided }).where(inArray(id, ids));
      return 0;
    }
    for (const { id: droppedId, step } of decided.dropped) {
      const path = sql`${notification.path} || ${JSON.stringify([step])}::jsonb`;
      await tx.update(notification).set({ outcome: "skipped", path }).where(eq(id, droppedId));
    }
    const isDropped = new Set(decided.dropped.map((each) => each.id));
    const told = ids.filter((each) => !isDropped.has(each));
    if (decided.message === null || told.length === 0) return 0;
    // The first of them is told once, so this is.
    const key = `held:${first.id}`;
    await tx.update(notification).set({ outcome: "digested", effectKey: key }).where(inArray(id, told));
    const effect = { kind: "chat.notify" as const, dialogId, ...decided.message };
    const lane = laneOf({ botId, dialog: { id: dialogId } });
    await putEffects(tx, [{ key, portalId, botId, conversationId: null, lane, effect }]);
    await wakeDeliverer(tx);
    return told.length;
  });
}
