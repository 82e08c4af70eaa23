import { and, desc, eq, inArray, not, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { alertEvent, type AlertGroup, alertGroup } from "../../schema/alert.ts";
import { hook } from "../../schema/hook.ts";
import { isForgottenGroup } from "../on-call/forgotten.ts";
import type { AlertGroupCursor } from "./list-alert-groups.ts";

/** For these nobody is paged, because somebody answered. */
const HELD = ["acknowledged", "silenced"] as const;

/** A group of alerts for which nobody is paged, and who answered last that it be so; null where that is not kept any more. */
export type HeldGroup = {
  group: AlertGroup;
  hookName: string | null;
  byName: string | null;
  since: Date | null;
};

/** One page of the groups for which nobody is paged, those of which something came last standing first. */
export async function listHeldGroups(
  db: Database,
  portalId: string,
  { after, limit }: { after: AlertGroupCursor | null; limit: number },
): Promise<{ rows: HeldGroup[]; next: AlertGroupCursor | null }> {
  const answer = db
    .select({ byName: alertEvent.personName, since: alertEvent.at })
    .from(alertEvent)
    .where(
      and(
        eq(alertEvent.groupId, alertGroup.id),
        eq(alertEvent.episode, alertGroup.episode),
        // Both are named after the state that they make.
        sql`${alertEvent.kind} = ${alertGroup.state}`,
      ),
    )
    .orderBy(desc(alertEvent.at), desc(alertEvent.id))
    .limit(1)
    .as("answer");
  const found = await db
    .select({
      group: alertGroup,
      hookName: hook.name,
      byName: answer.byName,
      since: answer.since,
      exactAt: sql<string>`${alertGroup.lastAt}::text`,
    })
    .from(alertGroup)
    .leftJoin(hook, eq(hook.id, alertGroup.hookId))
    .leftJoinLateral(answer, sql`true`)
    .where(
      and(
        eq(alertGroup.portalId, portalId),
        // Written out, as the index of open groups has it.
        sql`${alertGroup.state} <> 'resolved'`,
        inArray(alertGroup.state, [...HELD]),
        // Of one that was given up there is nothing to end.
        not(isForgottenGroup),
        after === null
          ? undefined
          : sql`(${alertGroup.lastAt}, ${alertGroup.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(alertGroup.lastAt), desc(alertGroup.id))
    .limit(limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last !== undefined ? { at: last.exactAt, id: last.group.id } : null;
  return { rows: rows.map(({ group, hookName, byName, since }) => ({ group, hookName, byName, since })), next };
}
