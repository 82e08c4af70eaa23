import type { KeyedBotEvent } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { and, eq, notInArray, sql } from "drizzle-orm";

import { announce } from "../channel.ts";
import type { Database, Transaction } from "../client.ts";
import { inboxEvent, type InboxEvent } from "../schema/inbox-event.ts";

/** Keeps these advisory locks apart from other ones. */
const INBOX_LANE_LOCK = 1;

const isWaiting = eq(inboxEvent.status, "waiting");
const isHead = sql`not exists (
  select 1 from inbox_event earlier
  where earlier.lane = ${inboxEvent.lane} and earlier.status = 'waiting' and earlier.seq < ${inboxEvent.seq}
)`;

/** Bot and dialog together: what must stay in order. */
export function laneOf(event: { botId: string; dialog: { id: string } }): string {
  return `${event.botId}:${event.dialog.id}`;
}

/**
 * Puts events into the inbox, each once however often it is delivered. The caller answers 200 only after this returned:
 * then they are on disk.
 *
 * @returns How many were new.
 */
export async function keepEvents(db: Database, events: readonly KeyedBotEvent[]): Promise<number> {
  if (events.length === 0) return 0;
  const rows = events.map(({ dedupeKey, event }) => ({
    id: newId(),
    dedupeKey,
    portalId: event.portalId,
    botId: event.botId,
    lane: laneOf(event),
    kind: event.kind,
    body: event,
  }));
  const added = await db
    .insert(inboxEvent)
    .values(rows)
    .onConflictDoNothing({ target: inboxEvent.dedupeKey })
    .returning({ id: inboxEvent.id });
  return added.length;
}

/** Wakes the runtime; call it after the commit. A lost wake-up costs one poll, never an event. */
export async function wakeRuntime(db: Database): Promise<void> {
  await announce(db, "botdeck_inbox", null);
}

/**
 * Takes the oldest event whose lane has nothing before it, and holds it until the transaction ends. A worker that dies
 * lets go by dying: the event is simply waiting again.
 */
export async function claimEvent(tx: Transaction): Promise<InboxEvent | null> {
  const busyLanes: string[] = [];
  for (;;) {
    const head = await lockFirstHead(tx, busyLanes);
    if (head === null || (await lockLane(tx, head.lane))) return head;
    busyLanes.push(head.lane);
  }
}

async function lockFirstHead(tx: Transaction, busyLanes: string[]): Promise<InboxEvent | null> {
  // The head of a lane is the only claimable row: while another worker holds it, SKIP LOCKED passes the whole lane by.
  const [head] = await tx
    .select()
    .from(inboxEvent)
    .where(and(isWaiting, sql`${inboxEvent.runAt} <= now()`, isHead, notInArray(inboxEvent.lane, busyLanes)))
    .orderBy(inboxEvent.seq)
    .limit(1)
    .for("update", { skipLocked: true });
  return head ?? null;
}

/** An event that was written down earlier and committed later becomes the head while its successor already runs: it waits. */
async function lockLane(tx: Transaction, lane: string): Promise<boolean> {
  const [row] = await tx.execute<{ isMine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${lane}, ${INBOX_LANE_LOCK}::bigint)) as "isMine"`,
  );
  return row?.isMine === true;
}

/** Ends an event in the transaction that holds its consequences. */
export async function finishEvent(tx: Transaction, eventId: string): Promise<void> {
  await tx
    .update(inboxEvent)
    .set({ status: "done", settledAt: sql`now()` })
    .where(eq(inboxEvent.id, eventId));
}

/**
 * Notes a failed run: the event waits for `retryInMs`, or becomes a dead letter when that is null.
 * Until then it holds its lane, so that nothing overtakes it.
 */
export async function failEvent(
  db: Database,
  eventId: string,
  failure: { error: string; retryInMs: number | null },
): Promise<void> {
  const isDead = failure.retryInMs === null;
  await db
    .update(inboxEvent)
    .set({
      attempts: sql`${inboxEvent.attempts} + 1`,
      lastError: failure.error,
      status: isDead ? "dead" : "waiting",
      settledAt: isDead ? sql`now()` : null,
      runAt: sql`now() + ${failure.retryInMs ?? 0} * interval '1 millisecond'`,
    })
    .where(and(eq(inboxEvent.id, eventId), eq(inboxEvent.status, "waiting")));
}

/**
 * Milliseconds until the next event may run, 0 when one may run now, null when none waits. By the database's clock.
 * What stands behind another event of its lane is not asked: it would seem due while it must wait.
 */
export async function nextEventInMs(db: Database): Promise<number | null> {
  const [row] = await db
    .select({ ms: sql<string | null>`extract(epoch from min(${inboxEvent.runAt}) - now()) * 1000` })
    .from(inboxEvent)
    .where(and(isWaiting, isHead));
  return row?.ms == null ? null : Math.max(0, Math.ceil(Number(row.ms)));
}
