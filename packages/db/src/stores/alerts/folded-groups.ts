import { and, desc, eq, or, sql } from "drizzle-orm";

import type { Transaction } from "../../client.ts";
import { type AlertGroup, alertGroup } from "../../schema/alert.ts";

/**
 * A hook's group by its key, locked until the transaction ends; null when there is none, and then nobody else makes it meanwhile.
 */
export async function lockGroupByKey(
  tx: Transaction,
  { hookId, key }: { hookId: string; key: string },
): Promise<AlertGroup | null> {
  const read = () =>
    tx
      .select()
      .from(alertGroup)
      .where(and(eq(alertGroup.hookId, hookId), eq(alertGroup.key, key)))
      .for("update");
  const [found] = await read();
  if (found !== undefined) return found;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`alert:${hookId}:${key}`}, 0))`);
  const [made] = await read();
  return made ?? null;
}

export type AlertGroupToKeep = Omit<AlertGroup, "createdAt" | "updatedAt" | "cardEditedAt">;

/** Keeps a group as it is after a post: one that was locked by its key, or is new. */
export async function keepAlertGroup(tx: Transaction, { id, ...group }: AlertGroupToKeep): Promise<void> {
  await tx
    .insert(alertGroup)
    .values({ id, ...group })
    .onConflictDoUpdate({ target: alertGroup.id, set: { ...group, updatedAt: sql`now()` } });
}

const MOST_FIRING = 500;

export type FiringGroup = Pick<AlertGroup, "id" | "title" | "labels">;

/**
 * The groups of a hook that fire and are told, with what they are known by: others may have to wait for them. Those of which
 * something was heard last, when there are very many.
 *
 * @param sources Groups that have all labels of at least one of these are meant.
 */
export async function firingGroupsOf(
  tx: Transaction,
  hookId: string,
  sources: readonly AlertGroup["labels"][],
): Promise<FiringGroup[]> {
  const isTold = sql`${alertGroup.state} in ('firing', 'acknowledged', 'silenced')`;
  const isSource = or(...sources.map((labels) => sql`${alertGroup.labels} @> ${JSON.stringify(labels)}::jsonb`));
  return await tx
    .select({ id: alertGroup.id, title: alertGroup.title, labels: alertGroup.labels })
    .from(alertGroup)
    .where(and(eq(alertGroup.hookId, hookId), isTold, isSource))
    .orderBy(desc(alertGroup.lastAt), alertGroup.id)
    .limit(MOST_FIRING);
}
