import { and, eq, inArray, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type Absence, absence, type AbsenceState } from "../../schema/absence.ts";

/** From where a request may go where; `requested` again is an edit's, see `editAbsence`. */
const BEFORE: Readonly<Record<Exclude<AbsenceState, "requested">, AbsenceState>> = {
  approved: "requested",
  declined: "requested",
  withdrawn: "requested",
  expired: "requested",
  no_approver: "requested",
  cancelled: "approved",
  over: "approved",
};

export type AbsenceMove = {
  id: string;
  to: keyof typeof BEFORE;
  /** It is this version that was decided about; whichever is there when left out. */
  version?: number;
  /** Portal user id of who decided. */
  by?: string;
};

/**
 * Moves a request on.
 *
 * @returns The row as it is now, which is also there already when the same move was made before; null when it stands
 * elsewhere, or was changed meanwhile.
 */
export async function moveAbsence(db: Database, { id, to, version, by }: AbsenceMove): Promise<Absence | null> {
  const isIt = and(eq(absence.id, id), version === undefined ? undefined : eq(absence.version, version));
  const [moved] = await db
    .update(absence)
    .set({
      state: to,
      updatedAt: sql`now()`,
      ...(BEFORE[to] === "requested" && { decidedAt: sql`now()` }),
      ...(by !== undefined && { approverId: by }),
    })
    .where(and(isIt, eq(absence.state, BEFORE[to])))
    .returning();
  if (moved !== undefined) return moved;
  const isDone = and(isIt, eq(absence.state, to), by === undefined ? undefined : eq(absence.approverId, by));
  const [done] = await db.select().from(absence).where(isDone);
  return done ?? null;
}

/** What is kept of a request beside its state. */
export type AbsenceNote = Partial<Pick<Absence, "approverId" | "calendarEventId" | "recordRef" | "reason">>;

/** Notes who is asked, or where a granted absence stands on the portal. */
export async function noteAbsence(db: Database, id: string, note: AbsenceNote): Promise<void> {
  await db
    .update(absence)
    .set({ ...note, updatedAt: sql`now()` })
    .where(eq(absence.id, id));
}

/** Notes the words of who is asked: their question, or why they decline. Only of the version that they saw, while it waits. */
export async function noteReason(
  db: Database,
  { id, portalId, version }: { id: string; portalId: string; version: number },
  reason: string | null,
): Promise<boolean> {
  const isIt = and(eq(absence.id, id), eq(absence.portalId, portalId), eq(absence.version, version));
  const noted = await db
    .update(absence)
    .set({ reason, updatedAt: sql`now()` })
    .where(and(isIt, eq(absence.state, "requested")))
    .returning({ id: absence.id });
  return noted.length > 0;
}

/**
 * Adds what the person answers to a question, as the comment's last line. What is the last line already is not added again: a
 * turn that runs twice answers once.
 *
 * @see answerIn
 */
export async function addToComment(
  db: Database,
  { id, portalId, personId }: { id: string; portalId: string; personId: string },
  words: string,
): Promise<Absence | null> {
  const line = words.replaceAll(/\s+/g, " ").trim();
  const isIt = and(eq(absence.id, id), eq(absence.portalId, portalId), eq(absence.personId, personId));
  const [answered] = await db
    .update(absence)
    .set({
      comment: sql`case when ${absence.comment} in ('', ${line}::text) then ${line}::text
        when right(${absence.comment}, length(${`\n${line}`}::text)) = ${`\n${line}`}::text then ${absence.comment}
        else ${absence.comment} || ${`\n${line}`}::text end`,
      updatedAt: sql`now()`,
    })
    .where(and(isIt, inArray(absence.state, ["requested"])))
    .returning();
  return answered ?? null;
}

/** Takes what was answered last off a comment that `addToComment` has added to. */
export function answerIn(comment: string): { answer: string; before: string } {
  const end = comment.lastIndexOf("\n");
  return { answer: comment.slice(end + 1), before: comment.slice(0, Math.max(0, end)) };
}
