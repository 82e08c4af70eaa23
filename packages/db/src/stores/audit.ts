import { newId } from "@botdeck/core/ids";
import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { auditLog, type AuditEntry } from "../schema/audit-log.ts";

/** Who does something that is written down: somebody signed in, or whoever has the machine. */
export type Actor = {
  id: string;
  name: string;
  /** The request they did it with, and the address it came from; left out where there was none. */
  requestId?: string;
  address?: string;
};

/** Whoever runs a command on the machine; nobody signs in there. */
export const COMMAND_ACTOR: Actor = { id: "command", name: "A command on the machine" };

export type AuditedAct = {
  /** Entity and verb, such as `deadLetter.replay`. */
  action: string;
  subjectId: string;
  /** Facts such as the reason given; no personal data. */
  detail: Record<string, unknown>;
};

/** Writes down what somebody did; in the transaction that does it, so that neither is there without the other. */
export async function noteActs(db: Database, actor: Actor, acts: readonly AuditedAct[]): Promise<void> {
  if (acts.length === 0) return;
  await db.insert(auditLog).values(
    acts.map((act) => ({
      ...act,
      id: newId(),
      actorId: actor.id,
      actorName: actor.name,
      requestId: actor.requestId ?? null,
      address: actor.address ?? null,
    })),
  );
}

export type AuditFilter = {
  actorId: string | null;
  action: string | null;
  subjectId: string | null;
  /** The first instant of the period, and the first one after it. */
  from: Date | null;
  until: Date | null;
};

/** Ids are made by other clocks than the database's, which stamps `at`; rarely this far apart. */
const CLOCKS_APART_MS = 60_000;

/** What was done, newest first. `next` is the id to go on after. */
export async function listAudit(
  db: Database,
  { actorId = null, action = null, subjectId = null, from = null, until = null }: Partial<AuditFilter>,
  page: { after: string | null; limit: number },
): Promise<{ rows: AuditEntry[]; next: string | null }> {
  const found = await db
    .select()
    .from(auditLog)
    .where(
      and(
        actorId === null ? undefined : eq(auditLog.actorId, actorId),
        action === null ? undefined : eq(auditLog.action, action),
        subjectId === null ? undefined : eq(auditLog.subjectId, subjectId),
        from === null ? undefined : and(gte(auditLog.at, from), gte(auditLog.id, firstIdAt(from, -CLOCKS_APART_MS))),
        until === null ? undefined : and(lt(auditLog.at, until), lt(auditLog.id, firstIdAt(until, CLOCKS_APART_MS))),
        page.after === null ? undefined : lt(auditLog.id, page.after),
      ),
    )
    // Ids are in order of time.
    .orderBy(desc(auditLog.id))
    .limit(page.limit + 1);
  const rows = found.slice(0, page.limit);
  return { rows, next: found.length > page.limit ? (rows.at(-1)?.id ?? null) : null };
}

/** The least id that could have been made then: its first 48 bits are the time in milliseconds (UUIDv7). */
function firstIdAt(at: Date, shiftMs: number): string {
  const hex = Math.max(0, at.getTime() + shiftMs)
    .toString(16)
    .padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-0000-0000-000000000000`;
}

/** Which actions were ever written down, and who did them by their last name: to choose among. */
export async function auditChoices(
  db: Database,
): Promise<{ actions: string[]; actors: { id: string; name: string }[] }> {
  const actions = await db.execute<{ value: string }>(eachValue(sql`action`));
  const actors = await db.execute<{ value: string; name: string }>(sql`
    select value, (select actor_name from audit_log where actor_id = value order by id desc limit 1) as name
    from (${eachValue(sql`actor_id`)}) as each_value order by name`);
  return {
    actions: actions.map(({ value }) => value),
    actors: actors.map(({ value, name }) => ({ id: value, name })),
  };
}

/** Each value of an indexed column once, found by leaps from one to the next: a `distinct` would read the whole log. */
function eachValue(column: SQL): SQL {
  return sql`
    with recursive leap (value) as (
      (select min(${column}) from audit_log)
      union all
      select (select min(${column}) from audit_log where ${column} > leap.value) from leap where leap.value is not null
    )
    select value from leap where value is not null`;
}
