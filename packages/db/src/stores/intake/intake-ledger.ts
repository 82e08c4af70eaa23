import { and, asc, desc, eq, gte } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { intakeHour } from "../../schema/intake-hour.ts";

/** What became of the events of a portal that came within an hour, as it was when they were counted. */
export type IntakeHour = Omit<typeof intakeHour.$inferSelect, "isSettled">;

/** The hours since an instant in which something came, the newest first, each portal's for itself. */
export async function intakeLedger(
  db: Database,
  { since, portalId }: { since: Date; portalId: string | null },
): Promise<IntakeHour[]> {
  const { hour, came, ignored, recovered, waiting, dead, discarded, countedAt } = intakeHour;
  return db
    .select({ hour, portalId: intakeHour.portalId, came, ignored, recovered, waiting, dead, discarded, countedAt })
    .from(intakeHour)
    .where(and(gte(hour, since), portalId === null ? undefined : eq(intakeHour.portalId, portalId)))
    .orderBy(desc(hour), asc(intakeHour.portalId));
}
