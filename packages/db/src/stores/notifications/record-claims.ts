import { AppError } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import { and, eq, inArray } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { recordClaim } from "../../schema/notification.ts";

type Claim = { portalId: string; subject: string; takenById: string; takenByName: string };
export type Claimed = { takenById: string; takenByName: string; token: string; isNew: boolean };

/** Takes a record for a person, unless somebody has it. Of many who do so at once one has it. */
export async function claimRecord(db: Database, claim: Claim): Promise<Claimed> {
  const own = newId();
  const [held] = await db
    .insert(recordClaim)
    .values({ ...claim, token: own })
    // Changes nothing of a claim that is there, and has it told.
    .onConflictDoUpdate({ target: [recordClaim.portalId, recordClaim.subject], set: { subject: claim.subject } })
    .returning();
  if (held === undefined) throw new AppError("invariant", "A record was neither taken nor somebody's");
  const { takenById, takenByName, token } = held;
  return { takenById, takenByName, token, isNew: token === own };
}

/** Notes whose a record is by now, whoever had it before. */
export async function noteClaim(db: Database, claim: Claim): Promise<void> {
  const { takenById, takenByName } = claim;
  const row = { ...claim, token: newId() };
  const target = [recordClaim.portalId, recordClaim.subject];
  await db.insert(recordClaim).values(row).onConflictDoUpdate({ target, set: { takenById, takenByName } });
}

/** Who has these records; those that nobody has are missing. */
export async function findClaims(
  db: Database,
  portalId: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, Pick<Claimed, "takenById" | "takenByName">>> {
  const { subject, takenById, takenByName } = recordClaim;
  const areThese = and(eq(recordClaim.portalId, portalId), inArray(subject, [...subjects]));
  const rows = await db.select({ subject, takenById, takenByName }).from(recordClaim).where(areThese);
  return new Map(rows.map((row) => [row.subject, row]));
}

/** Gives a record back that a person has taken. @returns False when it is not theirs. */
export async function releaseClaim(
  db: Database,
  { portalId, subject, takenById }: Omit<Claim, "takenByName">,
): Promise<boolean> {
  const gone = await db
    .delete(recordClaim)
    .where(and(isOf({ portalId, subject }), eq(recordClaim.takenById, takenById)))
    .returning({ subject: recordClaim.subject });
  return gone.length > 0;
}

const isOf = ({ portalId, subject }: Pick<Claim, "portalId" | "subject">) =>
  and(eq(recordClaim.portalId, portalId), eq(recordClaim.subject, subject));
