import { and, desc, eq, gte, inArray, lte } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type Absence, absence, type AbsenceKind } from "../../schema/absence.ts";
import { type AbsenceSpan, overlaps } from "./overlap.ts";

/** In these a person is not away: they work, but from elsewhere. */
export const WORKING_KINDS: readonly AbsenceKind[] = ["remote"];

/** @param portalId Left out by who got the id from our own tables. */
export async function readAbsence(
  db: Database,
  { id, portalId }: { id: string; portalId?: string },
): Promise<Absence | null> {
  const isOfPortal = portalId === undefined ? undefined : eq(absence.portalId, portalId);
  const [found] = await db
    .select()
    .from(absence)
    .where(and(eq(absence.id, id), isOfPortal));
  return found ?? null;
}

/** What a workflow sees through; null when it was erased. */
export async function absenceOfWorkflow(db: Database, workflowId: string): Promise<Absence | null> {
  const [found] = await db.select().from(absence).where(eq(absence.workflowId, workflowId));
  return found ?? null;
}

/** All that a person has asked for with days in this stretch, the latest first. */
export async function absencesOf(
  db: Database,
  { portalId, personId }: { portalId: string; personId: string },
  { fromDay, toDay }: Pick<AbsenceSpan, "fromDay" | "toDay">,
): Promise<Absence[]> {
  return db
    .select()
    .from(absence)
    .where(
      and(
        eq(absence.portalId, portalId),
        eq(absence.personId, personId),
        gte(absence.toDay, fromDay),
        lte(absence.fromDay, toDay),
      ),
    )
    .orderBy(desc(absence.fromDay), desc(absence.id));
}

/** What was granted of these days, who begins first standing first. @param personIds Portal user ids; everybody when left out. */
export async function grantedOn(
  db: Database,
  portalId: string,
  days: AbsenceSpan,
  personIds?: readonly string[],
): Promise<Absence[]> {
  if (personIds?.length === 0) return [];
  return db
    .select()
    .from(absence)
    .where(
      and(
        eq(absence.portalId, portalId),
        eq(absence.state, "approved"),
        overlaps(days),
        personIds === undefined ? undefined : inArray(absence.personId, [...personIds]),
      ),
    )
    .orderBy(absence.fromDay, absence.personName, absence.id);
}

/**
 * Who is away on these days, by what was granted here: a fact for whoever gives people work. Who works from elsewhere is not
 * away.
 *
 * @returns Portal user ids.
 */
export async function absentOn(
  db: Database,
  portalId: string,
  days: AbsenceSpan,
  personIds?: readonly string[],
): Promise<Set<string>> {
  const granted = await grantedOn(db, portalId, days, personIds);
  return new Set(granted.filter(({ kind }) => !WORKING_KINDS.includes(kind)).map(({ personId }) => personId));
}
