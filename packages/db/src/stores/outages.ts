import { newId } from "@botdeck/core/ids";
import { and, asc, desc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";

import type { Database } from "../client.ts";
import { type Outage, outage, type OutageFinding } from "../schema/outage.ts";
import { lockOutages } from "./gateway-outages.ts";

/**
 * An outage is looked into when it has been over for so long, in milliseconds. A gateway that lived through it without a
 * database has said so by then.
 */
const SETTLE_MS = 6_000;
/** A worker that begins to look while a gateway tells of the same outage sees it settled this much later, in milliseconds. */
const LOOK_MARGIN_MS = 1_000;
/** Gateways that spooled at the same time noticed it within so many milliseconds of each other. */
const SAME_OUTAGE_MS = 30_000;

/** A time in which one gateway wrote to its disk or refused posts, told by a clock that only goes forward. */
export type SpoolPeriod = {
  /** Milliseconds from its begin and from its end until now. */
  beganAgoMs: number;
  endedAgoMs: number;
  takenIn: number;
  refused: number;
};

/**
 * Writes down that a gateway had no database. Several gateways that tell of one time tell of one outage. It needs looking
 * into when posts were refused; else everything was taken in, and it is closed.
 */
export async function noteDatabaseOutage(db: Database, period: SpoolPeriod): Promise<void> {
  const { takenIn, refused } = period;
  await db.transaction(async (tx) => {
    await lockOutages(tx);
    const began = sql`now() - ${Math.round(period.beganAgoMs)}::bigint * interval '1 millisecond'`;
    const ended = sql`now() - ${Math.round(period.endedAgoMs)}::bigint * interval '1 millisecond'`;
    const margin = sql`${SAME_OUTAGE_MS}::int * interval '1 millisecond'`;
    // What is added to a time that a worker looks through already would be closed with it, and never looked for.
    const isLookedInto = sql`state = 'recovering' and ended_at < now() - ${SETTLE_MS - LOOK_MARGIN_MS}::int * interval '1 millisecond'`;
    const merged = await tx.execute(sql`
      update outage set
        began_at = least(began_at, ${began}), ended_at = greatest(ended_at, ${ended}),
        taken_in = taken_in + ${takenIn}::int, refused = refused + ${refused}::int,
        state = case when ${refused}::int > 0 then 'recovering' else state end,
        findings = case when ${refused}::int > 0 then '[]'::jsonb else findings end
      where id = (
        select id from outage
        where kind = 'database' and not (${isLookedInto}) and began_at <= ${ended} + ${margin} and ended_at >= ${began} - ${margin}
        order by began_at desc limit 1
      )
      returning id`);
    if (merged.length > 0) return;
    const isWhole = refused === 0;
    await tx.insert(outage).values({
      kind: "database",
      state: isWhole ? "closed" : "recovering",
      beganAt: began,
      endedAt: ended,
      takenIn,
      refused,
      settledAt: isWhole ? sql`now()` : null,
    });
  });
}

/** Writes down a time that a person wants looked into, from then until now. */
export async function askForRecovery(db: Database, since: Date): Promise<Outage> {
  const row = { id: newId(), kind: "asked", state: "recovering", beganAt: since, endedAt: sql`now()` } as const;
  const [asked] = await db.insert(outage).values(row).returning();
  if (asked === undefined) throw new TypeError("an insert without a row");
  return asked;
}

/** Outages that are over and not looked into yet, the oldest first. */
export async function outagesToRecover(db: Database): Promise<Outage[]> {
  const isSettled = sql`(kind = 'asked' or ended_at < now() - ${SETTLE_MS}::int * interval '1 millisecond')`;
  return db
    .select()
    .from(outage)
    .where(and(eq(outage.state, "recovering"), isSettled))
    .orderBy(asc(outage.beganAt));
}

/** Keeps what was found so far. In the transaction that keeps the events found, so that each of them is counted once. */
export async function keepFindings(db: Database, outageId: string, findings: readonly OutageFinding[]): Promise<void> {
  const recovered = findings.reduce((sum, finding) => sum + finding.recovered, 0);
  await db
    .update(outage)
    .set({ findings: [...findings], recovered })
    .where(eq(outage.id, outageId));
}

/**
 * Says that an outage has been looked into. Of one in which no gateway lived, what the portals kept for bots in fetch mode
 * counts as taken in.
 */
export async function closeOutage(db: Database, outageId: string): Promise<void> {
  await db.execute(sql`
    update outage set state = 'closed', settled_at = now(), taken_in = taken_in + ${keptByPortals}
    where id = ${outageId} and state = 'recovering'`);
}

/** How many events of an outage without gateways the portals kept for bots in fetch mode, as far as they are here. */
const keptByPortals = sql`(
  select count(*)::int from inbox_event
  where outage.kind <> 'database' and source = 'fetch' and inbox_event.id >= ${firstIdAt(sql`outage.began_at`)}
    and (body ->> 'occurredAt')::timestamptz between outage.began_at and coalesce(outage.ended_at, now())
)`;

/** The lowest id of that time: ids begin with the milliseconds, and so does the order of the table. */
function firstIdAt(instant: SQL): SQL {
  return sql`(lpad(to_hex((extract(epoch from ${instant}) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid`;
}

/**
 * Outages that still go on, are looked into, or ended in the last hours given; newest first. What the portals kept is
 * counted before they are closed as well.
 */
export async function listOutages(
  db: Database,
  { withinHours, limit }: { withinHours: number; limit: number },
): Promise<Outage[]> {
  const isRecent = sql`(state <> 'closed' or ended_at > now() - ${withinHours}::int * interval '1 hour')`;
  const takenIn = sql<number>`case when outage.state = 'closed' then taken_in else taken_in + ${keptByPortals} end`;
  return db
    .select({ ...getTableColumns(outage), takenIn })
    .from(outage)
    .where(isRecent)
    .orderBy(desc(outage.beganAt))
    .limit(limit);
}
