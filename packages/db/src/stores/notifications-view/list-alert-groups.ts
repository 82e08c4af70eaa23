import { and, desc, eq, sql, type SQL } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type AlertEvent, alertEvent, type AlertGroup, alertGroup, type AlertState } from "../../schema/alert.ts";
import { hook } from "../../schema/hook.ts";
import { isForgottenGroup } from "../on-call/forgotten.ts";

/** A group of alerts with the name of the source that posted them, and whether it was given up: it has not recovered in 30 days. */
export type ShownAlertGroup = AlertGroup & {
  hookName: string | null;
  hookKind: string | null;
  isForgotten: boolean;
};

export type AlertGroupFilter = {
  portalId: string;
  /** Null is every state but resolved: what somebody may still have to do with. */
  state: AlertState | null;
};

/** A place in the list: the last group of the page before. `at` is the database's own text, exact to the microsecond. */
export type AlertGroupCursor = { at: string; id: string };

/**
 * One page of groups, newest first: open ones by what came last, as an old group may fire again; resolved ones, of which there are
 * many, by when they were made.
 */
export async function listAlertGroups(
  db: Database,
  { portalId, state }: AlertGroupFilter,
  page: { after: AlertGroupCursor | null; limit: number },
): Promise<{ rows: ShownAlertGroup[]; next: AlertGroupCursor | null }> {
  const newest = state === "resolved" ? alertGroup.createdAt : alertGroup.lastAt;
  const found = await selectGroups(
    db,
    newest,
    and(
      eq(alertGroup.portalId, portalId),
      // Written out, as the index of open groups has it.
      state === "resolved" ? undefined : sql`${alertGroup.state} <> 'resolved'`,
      state === null ? undefined : eq(alertGroup.state, state),
      page.after === null ? undefined : isBefore(newest, page.after),
    ),
  )
    .orderBy(desc(newest), desc(alertGroup.id))
    .limit(page.limit + 1);
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  const next = found.length > page.limit && last !== undefined ? { at: last.exactAt, id: last.row.id } : null;
  return { rows: rows.map(toGroup), next };
}

/** Of each kind so many are counted: what a portal has resolved grows for as long as it is kept. */
const MOST_COUNTED = 1_000;

/** How many groups stand in each state; of those that are resolved, and of those that are not, the latest thousand. */
export async function countAlertGroups(db: Database, portalId: string): Promise<Record<AlertState, number>> {
  const latest = (isResolved: SQL) => sql`
    (select state from alert_group where portal_id = ${portalId}::uuid and (state = 'resolved') = ${isResolved}
      order by last_at desc, id desc limit ${MOST_COUNTED})`;
  const rows = await db.execute<{ state: AlertState; count: number }>(sql`
    select state, count(*)::int as count from (${latest(sql`true`)} union all ${latest(sql`false`)}) latest
    group by state`);
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
  const [found] = await selectGroups(db, alertGroup.createdAt, eq(alertGroup.id, id));
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

type At = typeof alertGroup.createdAt | typeof alertGroup.lastAt;

function selectGroups(db: Database, at: At, where: SQL | undefined) {
  return db
    .select({
      row: alertGroup,
      hookName: hook.name,
      hookKind: hook.kind,
      isForgotten: isForgottenGroup,
      exactAt: sql<string>`${at}::text`,
    })
    .from(alertGroup)
    .leftJoin(hook, eq(hook.id, alertGroup.hookId))
    .where(where);
}

type FoundGroup = Awaited<ReturnType<typeof selectGroups>>[number];

function toGroup({ row, hookName, hookKind, isForgotten }: FoundGroup): ShownAlertGroup {
  return { ...row, hookName, hookKind, isForgotten };
}

function isBefore(column: At, { at, id }: AlertGroupCursor): SQL {
  return sql`(${column}, ${alertGroup.id}) < (${at}::timestamptz, ${id}::uuid)`;
}
