import type { BotEvent } from "@botdeck/core";
import { and, asc, eq, lte, sql } from "drizzle-orm";

import type { Database, Transaction } from "../client.ts";
import { bot } from "../schema/portal.ts";
import { type Schedule, schedule } from "../schema/schedule.ts";
import { keepEvents, laneOf } from "./inbox.ts";
import { putEffects, wakeDeliverer } from "./outbox.ts";

export type NewSchedule = Pick<
  Schedule,
  | "id"
  | "portalId"
  | "botId"
  | "dialogId"
  | "dialogType"
  | "ownerId"
  | "ownerName"
  | "language"
  | "name"
  | "input"
  | "recurrence"
  | "timeZone"
  | "nextAt"
>;

/** Whose schedules, and in which chat of which bot. */
export type ScheduleOwner = Pick<Schedule, "portalId" | "botId" | "dialogId" | "ownerId">;

/** All that a person may have in one chat. */
const MOST_OF_OWNER = 10;

/** `same`: the person has it in this chat already; `many`: they have all there that they may have. */
export type AddedSchedule = "added" | "same" | "many";

/**
 * Has something done again and again.
 *
 * @param added.id Of the step that asks: run again it adds nothing.
 */
export async function addSchedule(db: Database, added: NewSchedule): Promise<AddedSchedule> {
  const { id, portalId, botId, dialogId, ownerId, name, input, recurrence } = added;
  const same = await db
    .select({ id: schedule.id })
    .from(schedule)
    .where(
      and(
        isOwn({ portalId, botId, dialogId, ownerId }),
        eq(schedule.name, name),
        sql`${schedule.input} = ${JSON.stringify(input)}::jsonb`,
        sql`${schedule.recurrence} = ${JSON.stringify(recurrence)}::jsonb`,
      ),
    );
  if (same.some((row) => row.id !== id)) return "same";
  const own = await schedulesOf(db, { portalId, botId, dialogId, ownerId });
  if (own.filter((row) => row.id !== id).length >= MOST_OF_OWNER) return "many";
  await db.insert(schedule).values(added).onConflictDoNothing({ target: schedule.id });
  return "added";
}

/** Those that go on, oldest first. */
export function schedulesOf(db: Database, owner: ScheduleOwner): Promise<Schedule[]> {
  return db.select().from(schedule).where(isOwn(owner)).orderBy(asc(schedule.id));
}

/** @returns False when it is stopped already, or not theirs. */
export async function stopSchedule(db: Database, owner: ScheduleOwner, id: string): Promise<boolean> {
  const stopped = await db
    .update(schedule)
    .set({ state: "stopped" })
    // As text: what a button carries may be no uuid.
    .where(and(isOwn(owner), sql`${schedule.id}::text = ${id}`))
    .returning({ id: schedule.id });
  return stopped.length > 0;
}

/** Stops all of a chat, such as one that the bot was put out of. @returns How many. */
export async function stopSchedulesOfChat(
  db: Database,
  { botId, dialogId }: Pick<Schedule, "botId" | "dialogId">,
): Promise<number> {
  const stopped = await db
    .update(schedule)
    .set({ state: "stopped" })
    .where(and(eq(schedule.botId, botId), eq(schedule.dialogId, dialogId), eq(schedule.state, "active")))
    .returning({ id: schedule.id });
  return stopped.length;
}

const isOwn = ({ portalId, botId, dialogId, ownerId }: ScheduleOwner) =>
  and(
    eq(schedule.portalId, portalId),
    eq(schedule.botId, botId),
    eq(schedule.dialogId, dialogId),
    eq(schedule.ownerId, ownerId),
    eq(schedule.state, "active"),
  );

/** The times of a schedule around a moment. */
export type Times = { dueAt: Date; nextAt: Date };

/**
 * Puts what is due into the inbox, each with its next time in one transaction: nothing is lost or done twice. Rows that another
 * process holds are passed over.
 *
 * @param options.timesOf The latest time that is over, and the first to come: after an outage one is done, not all that were missed.
 * @param options.lastTimesOf When it was due lately; were all of them in vain, it is stopped. None of one that is new.
 * @param options.wordsOnStop What its owner is told then, in private.
 * @returns How many there were.
 */
export function keepDueSchedules(
  db: Database,
  {
    now,
    limit,
    timesOf,
    lastTimesOf,
    wordsOnStop,
  }: {
    now: Date;
    limit: number;
    timesOf: (row: Schedule, now: Date) => Times;
    lastTimesOf: (row: Schedule) => readonly Date[];
    wordsOnStop: (row: Schedule) => string;
  },
): Promise<number> {
  return db.transaction(async (tx) => {
    const due = await tx
      .select({ row: schedule })
      .from(schedule)
      .innerJoin(bot, and(eq(bot.id, schedule.botId), eq(bot.state, "active")))
      .where(and(eq(schedule.state, "active"), lte(schedule.nextAt, now)))
      .orderBy(asc(schedule.nextAt))
      .limit(limit)
      .for("update", { of: schedule, skipLocked: true });
    for (const { row } of due) {
      if (await isInVain(tx, row, lastTimesOf(row))) await stopInVain(tx, row, wordsOnStop(row));
      else await keepDue(tx, row, timesOf(row, now), now);
    }
    return due.length;
  });
}

const keyAt = ({ id }: Schedule, dueAt: Date) => `schedule:${id}:${dueAt.toISOString()}`;

/**
 * Whether nothing came of any of these times: the event failed, what it said could not be delivered, or it waited for a permission
 * that its owner did not give. That a person has set the dead letter aside makes nothing of it. The keys are those of the runtime.
 */
async function isInVain(tx: Transaction, row: Schedule, times: readonly Date[]): Promise<boolean> {
  if (times.length === 0) return false;
  const keys = sql.join(
    times.map((at) => sql`${keyAt(row, at)}`),
    sql`, `,
  );
  const [found] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from inbox_event event
    where dedupe_key in (${keys}) and (
      status in ('dead', 'discarded')
      or exists (
        select 1 from outbox_effect where key = 'event:' || event.id || ':0' and status in ('dead', 'discarded')
      )
      or exists (select 1 from outbox_effect where key = 'permission:' || event.id)
        and not exists (select 1 from parked_work where key = event.id::text and released_at is not null)
    )`);
  return found?.count === times.length;
}

async function stopInVain(tx: Transaction, row: Schedule, text: string): Promise<void> {
  const { id, portalId, botId, ownerId } = row;
  await tx.update(schedule).set({ state: "stopped" }).where(eq(schedule.id, id));
  const lane = laneOf({ botId, dialog: { id: ownerId } });
  const effect = { kind: "chat.send" as const, dialogId: ownerId, text };
  await putEffects(tx, [{ key: `schedule stopped:${id}`, portalId, botId, conversationId: null, lane, effect }]);
  await wakeDeliverer(tx);
}

async function keepDue(tx: Transaction, row: Schedule, { dueAt, nextAt }: Times, now: Date): Promise<void> {
  await keepEvents(tx, [{ dedupeKey: keyAt(row, dueAt), event: eventOf(row, dueAt, now) }], {
    source: "schedule",
    tells: true,
  });
  await tx.update(schedule).set({ nextAt, lastAt: dueAt }).where(eq(schedule.id, row.id));
}

function eventOf(row: Schedule, dueAt: Date, now: Date): BotEvent {
  const { portalId, botId, dialogId, dialogType, ownerId, ownerName, language, id, name, input } = row;
  const chatId = dialogId.startsWith("chat") ? dialogId.slice("chat".length) : null;
  return {
    kind: "schedule.due",
    portalId,
    botId,
    dialog: { id: dialogId, chatId, type: dialogType, title: "", entityId: null },
    person: { id: ownerId, name: ownerName, kind: "employee" },
    language,
    occurredAt: now.toISOString(),
    scheduleId: id,
    name,
    input,
    dueAt: dueAt.toISOString(),
  };
}
