import { desc, eq, getTableColumns, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { gatewayBeat, type GatewayBeat } from "../schema/outage.ts";
import { noteDatabaseOutage } from "./outages.ts";

/** A gateway that says something every 2 s was kept from it when it was silent for so long, in milliseconds. */
const SILENT_MS = 5_000;

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
 * time for which none says so is an outage. A gateway that was silent and has put events on its disk meanwhile, or has
 * refused some, had no database for that time, which is written down as well.
 *
 * @param gatewayId The process, new at each start.
 * @param upMs How long it takes events in already, in milliseconds, if that is longer than the database knows of it.
 */
export async function beat(db: Database, gatewayId: string, counts: GatewayCounts, upMs = 0): Promise<void> {
  const { kept, spooled, refused, spoolRecords } = counts;
  await db.transaction(async (tx) => {
    const [row] = await tx.execute<Before>(sql`
      with before as (select * from gateway_beat where id = ${gatewayId})
      insert into gateway_beat (id, started_at, kept, spooled, refused, spool_records)
      values (${gatewayId}, now() - ${Math.round(upMs)}::bigint * interval '1 millisecond',
              ${kept}::int, ${spooled}::int, ${refused}::int, ${spoolRecords}::int)
      on conflict (id) do update set beat_at = now(), stopped_at = null, kept = excluded.kept,
        spooled = excluded.spooled, refused = excluded.refused, spool_records = excluded.spool_records
      returning (select (extract(epoch from now() - beat_at) * 1000)::float8 from before) as "silentMs",
                (select spooled from before) as spooled, (select refused from before) as refused`);
    const beganAgoMs = row?.silentMs ?? upMs;
    const [takenIn, turnedAway] = [spooled - (row?.spooled ?? 0), refused - (row?.refused ?? 0)];
    const wasWithout = takenIn > 0 && beganAgoMs > SILENT_MS;
    if (!wasWithout && turnedAway <= 0) return;
    await noteDatabaseOutage(tx, { beganAgoMs, endedAgoMs: 0, takenIn, refused: turnedAway });
  });
}

/** What a gateway had said of itself before; null when this is its first word. */
type Before = { silentMs: number | null; spooled: number | null; refused: number | null };

/** Says that a gateway takes no more events in: call it when it has stopped to listen, and beat no more after it. */
export async function stopBeat(db: Database, gatewayId: string): Promise<void> {
  await db
    .update(gatewayBeat)
    .set({ beatAt: sql`now()`, stoppedAt: sql`now()` })
    .where(eq(gatewayBeat.id, gatewayId));
}

/** Gateways that were alive within the last hours, the latest first, by the database's clock. */
export async function listGateways(
  db: Database,
  { withinHours, limit }: { withinHours: number; limit: number },
): Promise<(GatewayBeat & { silentMs: number })[]> {
  return db
    .select({
      ...getTableColumns(gatewayBeat),
      silentMs: sql<number>`(extract(epoch from now() - beat_at) * 1000)::float8`.mapWith(Number),
    })
    .from(gatewayBeat)
    .where(sql`beat_at > now() - ${withinHours}::int * interval '1 hour'`)
    .orderBy(desc(gatewayBeat.beatAt))
    .limit(limit);
}
