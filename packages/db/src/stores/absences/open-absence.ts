import { newId } from "@botdeck/core/ids";
import { and, eq, inArray, ne, sql } from "drizzle-orm";

import type { DatabaseHandle, Transaction } from "../../client.ts";
import { type Absence, absence, type AbsenceState } from "../../schema/absence.ts";
import { overlaps } from "./overlap.ts";

/** What somebody asks for. */
export type AbsenceRequest = Pick<
  Absence,
  | "portalId"
  | "botId"
  | "personId"
  | "personName"
  | "kind"
  | "fromDay"
  | "toDay"
  | "fromNoon"
  | "untilNoon"
  | "comment"
  | "workflowId"
>;

/** `overlap` names what the person has asked for or was granted already in these days. */
export type OpenedAbsence = { kind: "open" | "overlap"; absence: Absence };

/** What the person may ask for in place of what they asked for before. */
export type AbsenceEdit = Pick<AbsenceRequest, "kind" | "fromDay" | "toDay" | "fromNoon" | "untilNoon" | "comment">;

const STANDING: AbsenceState[] = ["requested", "approved", "over"];
const EDITABLE: AbsenceState[] = ["requested", "approved"];

/**
 * Keeps a request, unless its days are taken by another one of the same person. The same workflow again finds its own.
 *
 * @param db Not a transaction that others wait for: all requests of a person come one after the other.
 */
export async function openAbsence(db: DatabaseHandle["db"], request: AbsenceRequest): Promise<OpenedAbsence> {
  return db.transaction(async (tx) => {
    await lockPerson(tx, request);
    const [known] = await tx.select().from(absence).where(eq(absence.workflowId, request.workflowId));
    if (known !== undefined) return { kind: "open", absence: known };
    const other = await findOverlap(tx, request);
    if (other !== null) return { kind: "overlap", absence: other };
    const [made] = await tx
      .insert(absence)
      .values({ ...request, id: newId() })
      .returning();
    return { kind: "open", absence: made as Absence }; // safe: an insert returns its row
  });
}

/**
 * Makes another request of one: it has to be allowed anew, and buttons of the old one are void. The same change again
 * changes nothing.
 *
 * @param asker.personId Whose request it has to be.
 * @returns `closed` when nothing can be changed any more; null when the person has no such request.
 */
export async function editAbsence(
  db: DatabaseHandle["db"],
  { id, ...asker }: { id: string; portalId: string; personId: string },
  edit: AbsenceEdit,
): Promise<OpenedAbsence | { kind: "closed"; absence: Absence } | null> {
  return db.transaction(async (tx) => {
    await lockPerson(tx, asker);
    const isTheirs = and(eq(absence.portalId, asker.portalId), eq(absence.personId, asker.personId));
    const [current] = await tx
      .select()
      .from(absence)
      .where(and(eq(absence.id, id), isTheirs))
      .for("update");
    if (current === undefined) return null;
    if (!EDITABLE.includes(current.state)) return { kind: "closed", absence: current };
    if (isSame(current, edit)) return { kind: "open", absence: current };
    const other = await findOverlap(tx, { ...asker, ...edit }, id);
    if (other !== null) return { kind: "overlap", absence: other };
    const anew = { state: "requested" as const, approverId: null, reason: null, decidedAt: null };
    const [changed] = await tx
      .update(absence)
      .set({ ...edit, ...anew, version: current.version + 1, updatedAt: sql`now()` })
      .where(eq(absence.id, id))
      .returning();
    return { kind: "open", absence: changed as Absence }; // safe: the row is locked
  });
}

/** Two requests of one person at once would both find their days free. */
async function lockPerson(tx: Transaction, { portalId, personId }: { portalId: string; personId: string }) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`absence:${portalId}:${personId}`}, 0))`);
}

async function findOverlap(
  tx: Transaction,
  request: Pick<AbsenceRequest, "portalId" | "personId" | "fromDay" | "toDay" | "fromNoon" | "untilNoon">,
  exceptId?: string,
): Promise<Absence | null> {
  const [found] = await tx
    .select()
    .from(absence)
    .where(
      and(
        eq(absence.portalId, request.portalId),
        eq(absence.personId, request.personId),
        inArray(absence.state, STANDING),
        overlaps(request),
        exceptId === undefined ? undefined : ne(absence.id, exceptId),
      ),
    )
    .orderBy(absence.fromDay)
    .limit(1);
  return found ?? null;
}

function isSame(current: Absence, edit: AbsenceEdit): boolean {
  const fields = ["kind", "fromDay", "toDay", "fromNoon", "untilNoon", "comment"] as const;
  return fields.every((field) => current[field] === edit[field]);
}
