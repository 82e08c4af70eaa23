import { sql } from "drizzle-orm";

import type { Database, Transaction } from "../../client.ts";
import { givenRows } from "../../given-rows.ts";
import { idAt } from "../retention/id-at.ts";

const HOUR_MS = 3_600_000;
/** Ids are made by our processes' clocks and an event's time by the database's: they lie no farther apart, in milliseconds. */
const CLOCKS_APART_MS = 2 * 60_000;
/** So far back hours are counted, and counted again while something of them waits. */
const COUNTED_HOURS = 7 * 24;
const KEPT_DAYS = 90;
/** An hour that is over is counted again after this share of its age. */
const AGE_SHARE = 60;

/**
 * Counts how many events came in the hours that are not settled, each portal's for itself, the latest hour first. Two who count
 * at once write the same.
 *
 * @param signal Stops between two hours.
 * @returns How many hours were counted; one in which nothing came costs a probe of the index.
 */
export async function countIntake(db: Database, now: Date, signal?: AbortSignal): Promise<number> {
  const due = await hoursToCount(db, now);
  for (const hour of due) {
    if (signal?.aborted) break;
    await countHour(db, hour, now);
  }
  await db.execute(
    sql`delete from intake_hour where hour < ${now.toISOString()}::timestamptz - ${KEPT_DAYS}::int * interval '1 day'`,
  );
  return due.length;
}

/**
 * The present hour each time; one that is over the more seldom the longer ago it was, after a sixtieth of its age: what waits
 * for days must not have a week counted every minute.
 */
async function hoursToCount(db: Database, now: Date): Promise<Date[]> {
  const latest = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  const first = new Date(latest.getTime() - COUNTED_HOURS * HOUR_MS);
  const rows = await db.execute<{ at: string }>(sql`
    select at from generate_series(${first.toISOString()}::timestamptz, ${latest.toISOString()}::timestamptz, interval '1 hour') at
    where not exists (select 1 from intake_hour known where known.hour = at)
       or exists (
         select 1 from intake_hour known
         where known.hour = at and not is_settled
           and counted_at <= ${now.toISOString()}::timestamptz - (${now.toISOString()}::timestamptz - at) / ${AGE_SHARE}::int
       )
    order by at desc`);
  return rows.map(({ at }) => new Date(at));
}

/** One statement over the ids of an hour: they are in order of time, and so is the table. */
async function countHour(db: Database, hour: Date, now: Date): Promise<void> {
  const end = new Date(hour.getTime() + HOUR_MS);
  const [firstId, lastId] = [hour.getTime() - CLOCKS_APART_MS, end.getTime() + CLOCKS_APART_MS].map((ms) =>
    idAt(new Date(ms)),
  );
  const isOver = now.getTime() > end.getTime() + CLOCKS_APART_MS;
  await db.execute(sql`
    insert into intake_hour (hour, portal_id, came, ignored, recovered, waiting, dead, discarded, is_settled, counted_at)
    select ${hour.toISOString()}::timestamptz, portal_id, count(*)::int,
           (count(*) filter (where status = 'ignored'))::int, (count(*) filter (where outage_id is not null))::int,
           (count(*) filter (where status in ('waiting', 'running')))::int,
           (count(*) filter (where status = 'dead'))::int, (count(*) filter (where status = 'discarded'))::int,
           ${isOver}::boolean and bool_and(status not in ('waiting', 'running')),
           ${now.toISOString()}::timestamptz
    from inbox_event
    where id >= ${firstId}::uuid and id < ${lastId}::uuid
      and received_at >= ${hour.toISOString()}::timestamptz and received_at < ${end.toISOString()}::timestamptz
    group by portal_id order by portal_id
    on conflict (hour, portal_id) do update set came = excluded.came, ignored = excluded.ignored,
      recovered = excluded.recovered, waiting = excluded.waiting, dead = excluded.dead, discarded = excluded.discarded,
      is_settled = excluded.is_settled, counted_at = excluded.counted_at`);
}

/** Has the hours of these events counted again: what became of them changes. */
export async function recountHoursOf(tx: Transaction, eventIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    update intake_hour counted set is_settled = false, counted_at = counted.hour
    from (
      select hour, portal_id from intake_hour
      where is_settled and (hour, portal_id) in (
        select date_trunc('hour', received_at, 'UTC'), portal_id from inbox_event
        where id in (select id from ${givenRows(eventIds, { id: ["uuid", (id) => id] })})
      )
      -- In one order, so that two who change letters wait for each other at most once.
      order by hour, portal_id for update
    ) as changed
    where counted.hour = changed.hour and counted.portal_id = changed.portal_id`);
}
