import { newId } from "@botdeck/core/ids";
import { and, asc, desc, eq, lt, sql } from "drizzle-orm";

import type { Database, Transaction } from "../../client.ts";
import { type AlertEvent, alertEvent, type AlertGroup, alertGroup } from "../../schema/alert.ts";

/** One time that a group fires, from the first alert to the last one's end. */
export type Episode = { groupId: string; episode: number };

/**
 * @param id An id of ours, whoever it was told by.
 * @param portalId Left out by who got the id from our own tables.
 */
export async function readAlertGroup(
  db: Database,
  { id, portalId }: { id: string; portalId?: string },
): Promise<AlertGroup | null> {
  const isOfPortal = portalId === undefined ? undefined : eq(alertGroup.portalId, portalId);
  const [found] = await db
    .select()
    .from(alertGroup)
    .where(and(eq(alertGroup.id, id), isOfPortal));
  return found ?? null;
}

/** Groups of a portal, those that fire first and then the latest: what they are called, without their alerts. */
export async function latestGroups(
  db: Database,
  portalId: string,
  limit: number,
): Promise<Pick<AlertGroup, "id" | "title" | "state" | "lastAt">[]> {
  const { id, title, state, lastAt } = alertGroup;
  return await db
    .select({ id, title, state, lastAt })
    .from(alertGroup)
    .where(eq(alertGroup.portalId, portalId))
    .orderBy(sql`${alertGroup.state} = 'resolved'`, desc(alertGroup.lastAt), desc(alertGroup.id))
    .limit(limit);
}

/** A group as it is in this episode, locked until the transaction ends; null when it is gone, or fires anew by now. */
export async function lockEpisode(tx: Transaction, { groupId, episode }: Episode): Promise<AlertGroup | null> {
  const isIt = and(eq(alertGroup.id, groupId), eq(alertGroup.episode, episode));
  const [locked] = await tx.select().from(alertGroup).where(isIt).for("update");
  return locked ?? null;
}

export type GroupChange = Partial<
  Pick<
    AlertGroup,
    | "state"
    | "acknowledgedById"
    | "acknowledgedByName"
    | "silencedUntil"
    | "isSilencedUntilRecovery"
    | "cards"
    | "isCardStale"
    | "workflowId"
  >
>;

/** Changes a group that is locked. */
export async function changeAlertGroup(tx: Transaction, id: string, change: GroupChange): Promise<void> {
  await tx
    .update(alertGroup)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(alertGroup.id, id));
}

export type NewAlertEvent = Episode &
  Pick<AlertEvent, "kind" | "sourceKey"> &
  Partial<Pick<AlertEvent, "personId" | "personName" | "facts">>;

/** Adds to the timeline what is not there yet. @returns The keys that were new. */
export async function addAlertEvents(db: Database, events: readonly NewAlertEvent[]): Promise<string[]> {
  if (events.length === 0) return [];
  const added = await db
    .insert(alertEvent)
    .values(events.map((event) => ({ id: newId(), ...event })))
    .onConflictDoNothing({ target: alertEvent.sourceKey })
    .returning({ sourceKey: alertEvent.sourceKey });
  return added.map(({ sourceKey }) => sourceKey);
}

/** What happened in an episode, or in all of them, the earliest first. */
export async function timelineOf(
  db: Database,
  { groupId, episode }: { groupId: string; episode?: number },
): Promise<AlertEvent[]> {
  const isOfEpisode = episode === undefined ? undefined : eq(alertEvent.episode, episode);
  return await db
    .select()
    .from(alertEvent)
    .where(and(eq(alertEvent.groupId, groupId), isOfEpisode))
    .orderBy(asc(alertEvent.at), asc(alertEvent.id));
}

/** The times before this one that a group fired, the latest first, and when each began: as far as they are kept. */
export async function earlierEpisodes(
  db: Database,
  { groupId, episode }: Episode,
  limit: number,
): Promise<{ episode: number; firstAt: Date }[]> {
  const firstAt = sql<Date>`min(${alertEvent.at})`.mapWith(alertEvent.at);
  return await db
    .select({ episode: alertEvent.episode, firstAt })
    .from(alertEvent)
    .where(and(eq(alertEvent.groupId, groupId), lt(alertEvent.episode, episode)))
    .groupBy(alertEvent.episode)
    .orderBy(desc(alertEvent.episode))
    .limit(limit);
}

/** The id of the latest event by which somebody acknowledged a group in an episode; null when nobody did. */
export async function latestAnswer(db: Database, { groupId, episode }: Episode): Promise<string | null> {
  const isIt = and(
    eq(alertEvent.groupId, groupId),
    eq(alertEvent.episode, episode),
    eq(alertEvent.kind, "acknowledged"),
  );
  const [found] = await db
    .select({ id: alertEvent.id })
    .from(alertEvent)
    .where(isIt)
    .orderBy(desc(alertEvent.at), desc(alertEvent.id))
    .limit(1);
  return found?.id ?? null;
}

export async function alertEventByKey(db: Database, sourceKey: string): Promise<AlertEvent | null> {
  const [found] = await db.select().from(alertEvent).where(eq(alertEvent.sourceKey, sourceKey));
  return found ?? null;
}
