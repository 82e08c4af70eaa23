import { type SQL, sql } from "drizzle-orm";

import type { DatabaseHandle, Transaction } from "../../client.ts";
import { givenRows } from "../../given-rows.ts";
import { OUTCOME_KIND, type OutcomeKind } from "../../schema/outcome.ts";
import { countedTime } from "./counted-times.ts";
import { RECONTACT_HOURS } from "../outcome/mark-recontacts.ts";
import { GOOD_RATING } from "../outcome/rating-bounds.ts";
import { type FigureUnit, GRAINS_OF, sourceOf, TOLD_IN } from "./grains.ts";
import { isAlone } from "./reckon-alone.ts";
import { SUMMED } from "./summed-outcomes.ts";

/** What the finest grain tells apart, and what is counted, in the order of the tables. */
const APART = sql.raw(`bot_id, ${TOLD_IN.line_visit.join(", ")}`);
const SUMS = sql.raw(`${SUMMED.join(", ")}, responses, human_responses`);

type StaleDay = { portal_id: string; day: string };

/**
 * Adds up anew the days whose outcomes changed, and their months. Harmless to repeat, and beside writers: what they commit
 * meanwhile is noted again.
 *
 * @param limit Days in one transaction at most.
 * @returns How many days; 0 also when another process is at it.
 */
export async function reckonStaleDays(db: DatabaseHandle["db"], limit: number): Promise<number> {
  return await db.transaction(async (tx) => {
    if (!(await isAlone(tx))) return 0;
    const days = await takeStaleDays(tx, limit);
    if (days.length === 0) return 0;
    await sumDays(tx, days);
    const months = Map.groupBy(days, ({ portal_id, day }) => `${portal_id} ${day.slice(0, 7)}-01`);
    await sumMonths(
      tx,
      [...months.keys()].map((key) => ({ portal_id: key.slice(0, 36), day: key.slice(37) })),
    );
    return days.length;
  });
}

/** The newest months first, they are looked at; and one month of one portal after another, so that each is added up once. */
async function takeStaleDays(tx: Transaction, limit: number): Promise<readonly StaleDay[]> {
  return await tx.execute<StaleDay>(sql`
    with asked as (
      select portal_id, day from outcome_stale_day group by portal_id, day
      order by date_trunc('month', day) desc, portal_id, day desc limit ${limit}::int
    ), taken as (
      delete from outcome_stale_day stale using asked
      where stale.portal_id = asked.portal_id and stale.day = asked.day
    )
    select portal_id, day::text as day from asked`);
}

async function sumDays(tx: Transaction, days: readonly StaleDay[]): Promise<void> {
  const given = givenDays(days);
  await tx.execute(sql`
    delete from outcome_day using ${given} where outcome_day.portal_id = given.portal_id and outcome_day.day = given.day::date`);
  await tx.execute(sql`
    -- Materialized: else the zone would be looked up again for each outcome.
    with of_day as materialized (
      select given.portal_id, given.day::date as day, given.day::timestamp at time zone zone.name as begins,
        (given.day::date + 1)::timestamp at time zone zone.name as ends
      from ${given} join portal on portal.id = given.portal_id
      cross join lateral (select portal_zone(portal.desk) as name) zone
    )
    insert into outcome_day (grain, portal_id, day, ${APART}, ${SUMS})
    select 'line_visit', outcome.portal_id, of_day.day, ${APART}, ${sql.join(OUTCOME_KIND.map(numberOf), sql`, `)},
      count(*) filter (where ${IS_SOLVED} and ${IS_BACK_SOON}), count(*) filter (where kind = 'solved_presumed' and ${IS_BACK_SOON}),
      count(recontacted_at) filter (where ${IS_SOLVED}),
      count(rating), coalesce(sum(rating), 0), count(*) filter (where rating >= ${GOOD_RATING}::int),
      merge_times(array_agg(${countedTime(sql`first_response_ms`)}) filter (where first_response_ms is not null)),
      merge_times(array_agg(${countedTime(sql`human_response_ms`)}) filter (where human_response_ms is not null))
    from of_day
    join outcome on outcome.portal_id = of_day.portal_id and decided_at >= begins and decided_at < ends
    group by outcome.portal_id, of_day.day, ${APART}`);
  await sumGrains(tx, "day", given);
}

async function sumMonths(tx: Transaction, months: readonly StaleDay[]): Promise<void> {
  const given = givenDays(months);
  await tx.execute(sql`
    delete from outcome_month using ${given}
    where outcome_month.portal_id = given.portal_id and outcome_month.month = given.day::date`);
  await tx.execute(sql`
    insert into outcome_month (grain, portal_id, month, ${APART}, ${SUMS})
    select 'line_visit', outcome_day.portal_id, given.day::date, ${APART}, ${SUMMED_AGAIN}
    from ${given} join outcome_day on grain = 'line_visit' and outcome_day.portal_id = given.portal_id
      and outcome_day.day >= given.day::date and outcome_day.day < given.day::date + interval '1 month'
    group by outcome_day.portal_id, given.day, ${APART}`);
  await sumGrains(tx, "month", given);
}

/** Adds up the coarser grains from finer ones. */
async function sumGrains(tx: Transaction, unit: FigureUnit, given: SQL): Promise<void> {
  const [table, at] = [sql.raw(`outcome_${unit}`), sql.raw(unit)];
  for (const grain of GRAINS_OF[unit].toReversed()) {
    const source = sourceOf(unit, grain);
    if (source === null) continue;
    const told = TOLD_IN[grain].filter((name) => name !== "line_id");
    const names = sql.raw(["bot_id", "line_id", ...told].join(", "));
    const line = TOLD_IN[grain].includes("line_id") ? "line_id" : "case when line_id is not null then '' end";
    const apart = sql.raw(["bot_id", line, ...told].join(", "));
    await tx.execute(sql`
      insert into ${table} (grain, portal_id, ${at}, ${names}, ${SUMS})
      select ${grain}, own.portal_id, own.${at}, ${apart}, ${SUMMED_AGAIN}
      from ${given} join ${table} as own on own.grain = ${source} and own.portal_id = given.portal_id and own.${at} = given.day::date
      group by own.portal_id, own.${at}, ${apart}`);
  }
}

const SUMMED_AGAIN = sql.raw(
  [...SUMMED.map((name) => `sum(${name})`), "times_of(responses)", "times_of(human_responses)"].join(", "),
);
const IS_SOLVED = sql`kind in ('solved_presumed', 'solved_confirmed')`;
const IS_BACK_SOON = sql`recontacted_at <= ended_at + make_interval(hours => ${RECONTACT_HOURS}::int)`;
const numberOf = (kind: OutcomeKind) => sql`count(*) filter (where kind = ${kind})`;

const givenDays = (days: readonly StaleDay[]) =>
  givenRows(days, { portal_id: ["uuid", ({ portal_id }) => portal_id], day: ["text", ({ day }) => day] });
