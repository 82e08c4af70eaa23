import { and, desc, eq, sql, type SQL } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type AlertEvent, alertEvent, type AlertGroup, alertGroup, type AlertState } from "../../schema/alert.ts";
import { hook } from "../../schema/hook.ts";

/** A group of alerts with the name of the source that posted them. */
export type ShownAlertGroup = AlertGroup & { hookName: string | null; hookKind: string | null };

export type AlertGroupFilter = {
  portalId: string;
  /** Null is every state. */
  state: AlertState | null;
};

/** A place in the list: the last group of the page before. `at` is the database's own text, exact to the microsecond. */
export type AlertGroupCursor = { at: string; id: string };

/** One page of groups, those that were made last first. A group that fires again is as old as it was. */
export async function listAlertGroups(
  db: Database,
  { portalId, state }: AlertGroupFilter,
  page: { after: AlertGroupCursor | null; limit: number },
): Promise<{ rows: ShownAlertGroup[]; next: AlertGroupCursor | null }> {
  const found = await selectGroups(
    db,
    and(
      eq(alertGroup.portalId, portalId),
      state === null ? undefined : eq(alertGroup.state, state),
      page.after === null ? undefined : isBefore(page.after),
    ),
  )
    .orderBy(desc(alertGroup.createdAt), desc(alertGroup.id))
    .limit(page.limit + 1);
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  const next = found.length > page.limit && last !== undefined ? { at: last.exactAt, id: last.row.id } : null;
  return { rows: rows.map(toGroup), next };
}

/** How many groups stand in each state. */
export async function countAlertGroups(db: Database, portalId: string): Promise<Record<AlertState, number>> {
  const rows = await db
    .select({ state: alertGroup.state, count: sql<number>`count(*)::int` })
    .from(alertGroup)
    .where(eq(alertGroup.portalId, portalId))
    .groupBy(alertGroup.state);
  const counts = { pending: 0, firing: 0, acknowledged: 0, silenced: 0, resolved: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

/** A group with the newest of its timeline, oldest first; null when there is none of this id. */
export async function openAlertGroup(
  db: Database,
  id: string,
  { mostEvents }: { mostEvents: number },
): Promise<{ group: ShownAlertGroup; events: AlertEvent[]; hasMore: boolean } | null> {
  const [found] = await selectGroups(db, eq(alertGroup.id, id));
  if (found === undefined) return null;
  const events = await db
    .select()
    .from(alertEvent)
    .where(eq(alertEvent.groupId, id))
    .orderBy(desc(alertEvent.at), desc(alertEvent.id))
    .limit(mostEvents + 1);
  const hasMore = events.length > mostEvents;
  return { group: toGroup(found), events: events.slice(0, mostEvents).toReversed(), hasMore };
}

function selectGroups(db: Database, where: SQL | undefined) {
  return db
    .select({
      row: alertGroup,
      hookName: hook.name,
      hookKind: hook.kind,
      exactAt: sql<string>`${alertGroup.createdAt}::text`,
    })
    .from(alertGroup)
    .leftJoin(hook, eq(hook.id, alertGroup.hookId))
    .where(where);
}

type FoundGroup = Awaited<ReturnType<typeof selectGroups>>[number];

function toGroup({ row, hookName, hookKind }: FoundGroup): ShownAlertGroup {
  return { ...row, hookName, hookKind };
}

function isBefore({ at, id }: AlertGroupCursor): SQL {
  return sql`(${alertGroup.createdAt}, ${alertGroup.id}) < (${at}::timestamptz, ${id}::uuid)`;
}
