import { eq, lt, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { gatewayBeat } from "../schema/outage.ts";

/** How long it is of interest when a gateway lived, in days. */
const KEPT_DAYS = 30;

/** What a gateway did since its start. */
export type GatewayCounts = {
  /** Events it put into the inbox. */
  kept: number;
  /** Events it put on its disk, because the database was away. */
  spooled: number;
  /** Posts it could put nowhere, and answered 503. */
  refused: number;
  /** Waits on its disk now. */
  spoolRecords: number;
};

/**
 * Says that a gateway takes events in, and what it did so far. A gateway says so every 2 s, from the moment it listens: a
 * time for which none says so is an outage.
 *
 * @param gatewayId The process, new at each start.
 * @param upMs How long it takes events in already, in milliseconds, if that is longer than the database knows of it.
 */
export async function beat(
  db: Database,
  gatewayId: string,
  { kept, spooled, refused, spoolRecords }: GatewayCounts,
  upMs = 0,
): Promise<void> {
  const counts = { kept, spooled, refused, spoolRecords };
  const [written] = await db
    .insert(gatewayBeat)
    .values({ id: gatewayId, ...counts, startedAt: sql`now() - ${Math.round(upMs)}::bigint * interval '1 millisecond'` })
    .onConflictDoUpdate({ target: gatewayBeat.id, set: { ...counts, beatAt: sql`now()`, stoppedAt: null } })
    .returning({ isFirst: sql<boolean>`xmax = 0` });
  if (written?.isFirst !== true) return;
  await db.delete(gatewayBeat).where(lt(gatewayBeat.beatAt, sql`now() - ${KEPT_DAYS}::int * interval '1 day'`));
}

/** Says that a gateway takes no more events in: call it when it has stopped to listen, and beat no more after it. */
export async function stopBeat(db: Database, gatewayId: string): Promise<void> {
  await db
    .update(gatewayBeat)
    .set({ beatAt: sql`now()`, stoppedAt: sql`now()` })
    .where(eq(gatewayBeat.id, gatewayId));
}
