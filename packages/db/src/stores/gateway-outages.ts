import { newId } from "@botdeck/core/ids";
import { sql } from "drizzle-orm";

import type { Database, DatabaseHandle } from "../client.ts";

/** A gateway that has not said for so long that it lives is taken for dead, in milliseconds: five beats. */
const SILENT_MS = 10_000;

/** Gaps of longer ago are left alone, in days: their outages may have been removed by age, but were looked into. */
const RECENT_DAYS = 30;

/** A time in which no gateway lived, in the database's own words, which are finer than a Date. */
type Gap = { began_at: string; ended_at: string | null };

/**
 * Compares the lives of all gateways, and writes down each time in which none lived. Several processes may look at once.
 *
 * @param suspectedSince What the look before this one gave: an outage that still goes on is written down at the second
 *   look, since after an outage of the database alone the gateways say only a moment later that they lived through it.
 * @returns Since when no gateway lives; null when one does, or none ever did.
 */
export async function noticeGatewayOutages(
  db: DatabaseHandle["db"],
  suspectedSince: string | null,
): Promise<string | null> {
  return db.transaction(async (tx) => {
    await lockOutages(tx);
    const gaps = await findGaps(tx);
    await forgetLivedThrough(tx, gaps);
    const since = gaps.find(({ ended_at }) => ended_at === null)?.began_at ?? null;
    for (const gap of gaps) if (gap.ended_at !== null || gap.began_at === suspectedSince) await writeDown(tx, gap);
    return since;
  });
}

/** Of several processes that notice one outage at the same moment, one writes it down. */
export async function lockOutages(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('outage', 0))`);
}

/** Lives are from start to last word; a gap is where all that began earlier had ended. */
async function findGaps(db: Database): Promise<Gap[]> {
  return db.execute<Gap>(sql`
    with life as (
      select id, started_at, coalesce(stopped_at, beat_at) as until,
             stopped_at is null and beat_at > now() - ${SILENT_MS}::int * interval '1 millisecond' as lives
      from gateway_beat
    ), gap as (
      select max(until) over (order by started_at, id rows between unbounded preceding and 1 preceding) as began_at,
             started_at as ended_at
      from life
      union all
      select max(until), null::timestamptz from life having not bool_or(lives)
    )
    select began_at::text, ended_at::text from gap
    where began_at < coalesce(ended_at, 'infinity')
      and coalesce(ended_at, now()) > now() - ${RECENT_DAYS}::int * interval '1 day'
    order by began_at`);
}

/** A gateway that was silent because it had no database has spoken again: it was there all the time. */
async function forgetLivedThrough(db: Database, gaps: readonly Gap[]): Promise<void> {
  const real = JSON.stringify(gaps.map(({ began_at }) => began_at));
  await db.execute(sql`
    delete from outage where kind = 'gateway' and state <> 'closed' and began_at not in (
      select value::timestamptz from jsonb_array_elements_text(${real}::jsonb)
    )`);
}

async function writeDown(db: Database, { began_at, ended_at }: Gap): Promise<void> {
  await db.execute(sql`
    update outage set ended_at = ${ended_at}::timestamptz, state = 'recovering'
    where kind = 'gateway' and state = 'open' and began_at = ${began_at}::timestamptz and ${ended_at}::text is not null`);
  await db.execute(sql`
    insert into outage (id, kind, state, began_at, ended_at)
    select ${newId()}::uuid, 'gateway', ${ended_at === null ? "open" : "recovering"},
           ${began_at}::timestamptz, ${ended_at}::timestamptz
    where not exists (select 1 from outage where kind = 'gateway' and began_at = ${began_at}::timestamptz)`);
}
