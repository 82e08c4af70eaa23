import { newId } from "@botdeck/core/ids";
import { and, eq } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { recordClaim } from "../../schema/notification.ts";

type Claim = { portalId: string; subject: string; takenById: string; takenByName: string };
export type Claimed = { takenById: string; takenByName: string; token: string; isNew: boolean };

/** Takes a record for a person, unless somebody has it. Of many who do so at once one has it. */
export async function claimRecord(db: Database, claim: Claim): Promise<Claimed> {
  for (;;) {
    const token = newId();
    const added = await db
      .insert(recordClaim)
      .values({ ...claim, eventId: token })
      .onConflictDoNothing()
      .returning({ token: recordClaim.eventId });
    const { takenById, takenByName } = claim;
    if (added.length > 0) return { takenById, takenByName, token, isNew: true };
    const [held] = await db.select().from(recordClaim).where(isOf(claim));
    // It was given back in between.
    if (held !== undefined) {
      return { takenById: held.takenById, takenByName: held.takenByName, token: held.eventId, isNew: false };
    }
  }
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
