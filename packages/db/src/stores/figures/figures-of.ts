import { type SQL, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { bucketIn, numberIn, toBuckets } from "./counted-times.ts";
import { type FigureFilter, isOfAnswers } from "./figure-filter.ts";
import { durablePartOf, type FigurePeriod, partsOf, plusDays } from "./figure-period.ts";
import {
  OUTCOME_SUMS,
  type OutcomeCounts,
  solvedWithout,
  SUMMED_COLUMNS,
  type SumsRow,
  summedOutcomes,
  toCounts,
} from "./summed-outcomes.ts";
import { quantileOf, totalOf, type TimeBuckets } from "./time-buckets.ts";

/** In milliseconds, as exact as `TIME_ERROR` says; null when none was timed. */
export type WaitTimes = { count: number; p50Ms: number | null; p95Ms: number | null };

export type Figures = OutcomeCounts & {
  /** Of visits whose seven days are over: solved, and nobody came back. Null when those of no visit are. */
  durable: { decided: number; contained: number; period: FigurePeriod } | null;
  /** The bot's, from the client's first message. */
  firstResponse: WaitTimes;
  /** People's, from the hand-over. */
  humanResponse: WaitTimes;
  /** Every answer of the bot; null where they are not told apart by what the filter asks for. */
  answers: WaitTimes | null;
  /** Visits of those who are not counted: staff beside clients, or the other way round. */
  others: number;
};

/** The figures of a period. @param now By which it is known whose seven days are over. */
export async function figuresOf(db: Database, filter: FigureFilter, period: FigurePeriod, now: Date): Promise<Figures> {
  const durablePeriod = durablePartOf(period, now);
  // Of a long period it is quicker to leave out its few last days than to add up all the others again.
  const young =
    durablePeriod === null || durablePeriod.to === period.to
      ? null
      : { from: plusDays(durablePeriod.to, 1), to: period.to };
  const [counts, youngCounts, responses, answers] = await Promise.all([
    countsOf(db, filter, period),
    young === null ? null : countsOf(db, filter, young),
    responsesOf(db, filter, period),
    isOfAnswers(filter) ? answersOf(db, filter, period) : null,
  ]);
  return {
    ...counts.own,
    durable:
      durablePeriod === null ? null : { ...solvedWithout(counts.own, youngCounts?.own ?? null), period: durablePeriod },
    firstResponse: timesOf(responses.bot),
    humanResponse: timesOf(responses.human),
    answers: answers === null ? null : timesOf(answers),
    others: counts.others.decided,
  };
}

/** Of those who are asked for, and of the others. */
async function countsOf(db: Database, filter: FigureFilter, period: FigurePeriod) {
  const asked = summedOutcomes(sql`line_id is not null as is_client, ${SUMMED_COLUMNS}`, {
    filter: { ...filter, audience: null },
    period,
  });
  const rows = await db.execute<SumsRow & { is_client: boolean }>(
    sql`select is_client, ${OUTCOME_SUMS} from ${asked} group by is_client`,
  );
  const of = (isClient: boolean) => toCounts(rows.find(({ is_client }) => is_client === isClient));
  const isOfClients = filter.audience === "clients";
  return { own: of(isOfClients), others: of(!isOfClients) };
}

type ResponseRow = { who: "bot" | "human"; bucket: number; number: number };

async function responsesOf(db: Database, filter: FigureFilter, period: FigurePeriod) {
  // Unnested where it is selected: joined, each list would be looked up in a cache first, which takes three times as long.
  const part = (who: "bot" | "human", column: SQL) => sql`
    select ${sql.raw(`'${who}'`)} as who, ${BUCKETS}
    from (select unnest(${column}) as entry, sign from ${summedOutcomes(column, { filter, period })}) as each group by 2`;
  const rows = await db.execute<ResponseRow>(sql`
    ${part("bot", sql`responses`)} union all ${part("human", sql`human_responses`)}`);
  const of = (who: ResponseRow["who"]) => toBuckets(rows.filter((row) => row.who === who));
  return { bot: of("bot"), human: of("human") };
}

async function answersOf(db: Database, { portalId, botId }: FigureFilter, period: FigurePeriod) {
  const parts = partsOf(period).map(
    ({ unit, sign, from, to }) => sql`
      select unnest(answers) as entry, ${sql.raw(String(sign))} as sign from ${sql.raw(`answer_${unit}`)}
      where ${sql.raw(unit)} between ${from}::date and ${to}::date
        ${portalId === null ? sql`` : sql`and portal_id = ${portalId}::uuid`}
        ${botId === null ? sql`` : sql`and bot_id = ${botId}::uuid`}`,
  );
  const rows = await db.execute<ResponseRow>(
    sql`select ${BUCKETS} from (${sql.join(parts, sql` union all `)}) as each group by 1`,
  );
  return toBuckets(rows);
}

const BUCKETS = sql`${bucketIn(sql`entry`)} as bucket, sum(sign * ${numberIn(sql`entry`)})::int as number`;

export function timesOf(buckets: TimeBuckets): WaitTimes {
  return {
    count: totalOf(buckets),
    p50Ms: quantileOf(buckets, 0.5),
    p95Ms: quantileOf(buckets, 0.95),
  };
}
