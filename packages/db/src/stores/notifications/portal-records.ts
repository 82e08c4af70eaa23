import { and, eq, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { portalRecord } from "../../schema/notification.ts";

type Facts = Readonly<Record<string, unknown>>;
type Of = { portalId: string; subject: string };

const isIt = ({ portalId, subject }: Of) => and(eq(portalRecord.portalId, portalId), eq(portalRecord.subject, subject));

/** A record as it was seen last; null when it was not, or it is forgotten. */
export async function readRecordFacts(db: Database, of: Of): Promise<Facts | null> {
  const [row] = await db.select({ facts: portalRecord.facts }).from(portalRecord).where(isIt(of));
  return row?.facts ?? null;
}

/** Remembers a record as it is now. */
export async function keepRecordFacts(db: Database, { facts, ...of }: Of & { facts: Facts }): Promise<void> {
  const seenAt = sql`now()`;
  await db
    .insert(portalRecord)
    .values({ ...of, facts, seenAt })
    .onConflictDoUpdate({ target: [portalRecord.portalId, portalRecord.subject], set: { facts, seenAt } });
}

/** Forgets a record that is gone. */
export async function forgetRecordFacts(db: Database, of: Of): Promise<void> {
  await db.delete(portalRecord).where(isIt(of));
}
