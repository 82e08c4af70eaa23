import type { BotEvent } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { and, eq, gt, isNull, lte, sql } from "drizzle-orm";

import type { Transaction } from "../client.ts";
import { type ParkedWork, parkedWork } from "../schema/parked-work.ts";
import { oauthToken } from "../schema/portal.ts";
import { keepEvents } from "./inbox.ts";
import { putEffects, wakeDeliverer } from "./outbox.ts";

/** A command is of use on the day it was given, in hours; a workflow has a clock of its own, which mostly is shorter. */
const EVENT_HOURS = 24;
const WORKFLOW_HOURS = 60 * 24;
/** The flows' word for a permission that was given. */
const GRANTED_SIGNAL = "granted";

/** Begins the dedupe keys of events that run again. */
const RESUMED_KEY = "resumed:";

/**
 * Keeps an event until its person has given permission; then it runs again by itself. In the transaction that ends it.
 *
 * @param event The inbox event's id, and what happened.
 * @returns False when it is parked already.
 */
export async function parkEvent(
  tx: Transaction,
  { event: { id, body }, userId }: { event: { id: string; body: BotEvent }; userId: string },
): Promise<boolean> {
  const { portalId, botId } = body;
  await lockPerson(tx, portalId, userId);
  const isNew = await park(tx, { portalId, botId, userId, kind: "event", body, key: id }, EVENT_HOURS);
  // Once: were the grant there and of no use, it would run for ever.
  if (body.isResumed !== true) await releaseIfGranted(tx, portalId, userId);
  return isNew;
}

/**
 * Has a workflow told by a signal when its person has given permission.
 *
 * @param work.key Names the step that asks, so that its repeat is parked once.
 * @returns False when it is parked already.
 */
export async function parkWorkflow(
  tx: Transaction,
  work: { portalId: string; botId: string; userId: string; workflowId: string; key: string },
): Promise<boolean> {
  await lockPerson(tx, work.portalId, work.userId);
  const isNew = await park(tx, { ...work, kind: "workflow", body: null }, WORKFLOW_HOURS);
  await releaseIfGranted(tx, work.portalId, work.userId);
  return isNew;
}

type Work = Pick<ParkedWork, "portalId" | "botId" | "userId" | "kind" | "body" | "key"> & { workflowId?: string };

async function park(tx: Transaction, work: Work, hours: number): Promise<boolean> {
  const added = await tx
    .insert(parkedWork)
    .values({ id: newId(), ...work, expiresAt: sql`now() + make_interval(hours => ${hours})` })
    .onConflictDoNothing({ target: parkedWork.key })
    .returning({ id: parkedWork.id });
  return added.length > 0;
}

/** Whoever parks something of a person and whoever brings their permission come one after the other, so that none misses the other. */
async function lockPerson(tx: Transaction, portalId: string, userId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`parked work:${portalId}:${userId}`}, 0))`);
}

/** The permission may have come between the moment it was missed and this one. */
async function releaseIfGranted(tx: Transaction, portalId: string, userId: string): Promise<void> {
  const isTheirs = and(eq(oauthToken.portalId, portalId), eq(oauthToken.userId, userId), eq(oauthToken.state, "valid"));
  if ((await tx.$count(oauthToken, isTheirs)) > 0) await releaseParked(tx, portalId, userId);
}

export type Released = { events: number; workflows: number; effects: number };

/**
 * Lets everything go on that waited for a person's permission: events are taken in anew, workflows are told, effects that have
 * their rights leave now. In the transaction that keeps the permission, so that neither is there without the other.
 */
export async function releaseParked(tx: Transaction, portalId: string, userId: string): Promise<Released> {
  await lockPerson(tx, portalId, userId);
  const rows = await tx
    .select()
    .from(parkedWork)
    .where(
      and(
        eq(parkedWork.portalId, portalId),
        eq(parkedWork.userId, userId),
        isNull(parkedWork.releasedAt),
        gt(parkedWork.expiresAt, sql`now()`),
      ),
    )
    .orderBy(parkedWork.id)
    .for("update");
  const events = rows.flatMap(({ id, body }) =>
    body === null ? [] : [{ dedupeKey: `${RESUMED_KEY}${id}`, event: { ...body, isResumed: true as const } }],
  );
  const flows = rows.flatMap(({ id, botId, workflowId }) => (workflowId === null ? [] : [{ id, botId, workflowId }]));
  await keepEvents(tx, events, { source: "resumed", tells: true });
  await putEffects(
    tx,
    flows.map(({ id, botId, workflowId }) => ({
      key: `${GRANTED_SIGNAL}:${id}`,
      portalId,
      botId,
      conversationId: null,
      lane: workflowId,
      effect: { kind: "workflow.signal", workflowId, signal: GRANTED_SIGNAL, payload: { userId } },
    })),
  );
  const effects = await hastenEffects(tx, portalId, userId);
  if (flows.length + effects > 0) await wakeDeliverer(tx);
  for (const { id } of rows) {
    await tx
      .update(parkedWork)
      .set({ releasedAt: sql`now()`, body: null })
      .where(eq(parkedWork.id, id));
  }
  return { events: events.length, workflows: flows.length, effects };
}

/** What was to be delivered with this person's rights and was put off, because they had given none. */
async function hastenEffects(tx: Transaction, portalId: string, userId: string): Promise<number> {
  const hastened = await tx.execute(sql`
    update outbox_effect set run_at = now()
    where portal_id = ${portalId}::uuid and status = 'ready' and run_at > now() and body ->> 'byId' = ${userId}
    returning 1`);
  return hastened.length;
}

/** Takes away what waited in vain, the oldest first. Whoever asked has to be told, in the same transaction. */
export async function takeExpiredParked(tx: Transaction, limit: number): Promise<ParkedWork[]> {
  const expired = await tx
    .select()
    .from(parkedWork)
    .where(and(isNull(parkedWork.releasedAt), lte(parkedWork.expiresAt, sql`now()`)))
    .orderBy(parkedWork.expiresAt)
    .limit(limit)
    .for("update", { skipLocked: true });
  for (const { id } of expired) await tx.delete(parkedWork).where(eq(parkedWork.id, id));
  return expired;
}

/** Whether a workflow is still there and will hear of no permission any more: nothing of it waits for one. */
export async function waitsInVain(tx: Transaction, workflowId: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from workflow_ref flow
    where flow.id = ${workflowId} and flow.state <> 'ended' and not exists (
      select 1 from parked_work
      where portal_id = flow.portal_id and workflow_id = flow.id and released_at is null and expires_at > now()
    )`);
  return rows.length > 0;
}
