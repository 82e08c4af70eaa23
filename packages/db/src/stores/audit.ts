import { newId } from "@botdeck/core/ids";
import { and, desc, eq, lt } from "drizzle-orm";

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

export type AuditFilter = { action: string | null; subjectId: string | null };

/** What was done, newest first. `next` is the id to go on after. */
export async function listAudit(
  db: Database,
  { action, subjectId }: AuditFilter,
  page: { after: string | null; limit: number },
): Promise<{ rows: AuditEntry[]; next: string | null }> {
  const found = await db
    .select()
    .from(auditLog)
    .where(
      and(
        action === null ? undefined : eq(auditLog.action, action),
        subjectId === null ? undefined : eq(auditLog.subjectId, subjectId),
        page.after === null ? undefined : lt(auditLog.id, page.after),
      ),
    )
    // Ids are in order of time.
    .orderBy(desc(auditLog.id))
    .limit(page.limit + 1);
  const rows = found.slice(0, page.limit);
  return { rows, next: found.length > page.limit ? (rows.at(-1)?.id ?? null) : null };
}
