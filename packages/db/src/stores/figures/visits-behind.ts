import type { Owner } from "@botdeck/core";
import { type SQL, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import type { OutcomeKind } from "../../schema/outcome.ts";
import { RECONTACT_HOURS } from "../outcome/mark-recontacts.ts";
import { GOOD_RATING } from "../outcome/rating-bounds.ts";
import { bucketIn, numberIn } from "./counted-times.ts";
import { type FigureFilter, isCounted } from "./figure-filter.ts";
import type { FigurePeriod } from "./figure-period.ts";
import { bucketOf } from "./time-buckets.ts";

/** The figures whose visits can be listed. */
export const FIGURE = [
  "decided",
  "contained",
  "durable",
  "solved",
  "solved_confirmed",
  "solved_presumed",
  "handed_over",
  "abandoned",
  "recontacted",
  "returned",
  "rated",
  "satisfied",
  "unsatisfied",
  "responded",
  "human_responded",
] as const;
export type Figure = (typeof FIGURE)[number];

export type VisitsAsked = {
  figure: Figure;
  /** Of the hand-over or of another outcome; null is any. */
  cause: string | null;
  /** An empty text stands for the visits whose dialog had ended. */
  step: string | null;
  /** Of `responded` and `human_responded`: as slow as this or slower, in milliseconds. */
  atLeastMs: number | null;
};

/** A place in the list; `at` is the database's own text, exact to the microsecond. */
export type VisitCursor = { at: string; id: string };

export type VisitRow = {
  visitId: string;
  /** Null when the conversation is no longer kept. */
  conversationId: string | null;
  personName: string | null;
  owner: Owner | null;
  portalId: string;
  portalDomain: string;
  botId: string;
  botName: string | null;
  lineId: string | null;
  kind: OutcomeKind;
  cause: string;
  intent: string | null;
  topic: string | null;
  dialog: string | null;
  step: string | null;
  rating: number | null;
  firstResponseMs: number | null;
  humanResponseMs: number | null;
  recontactedAt: string | null;
  decidedAt: string;
};

/** The visits behind a figure, the latest decided first. What was decided since days were last added up may be missing. */
export async function visitsBehind(
  db: Database,
  asked: VisitsAsked & { filter: FigureFilter; period: FigurePeriod },
  page: { after: VisitCursor | null; limit: number },
): Promise<{ rows: VisitRow[]; next: VisitCursor | null }> {
  const { filter, period } = asked;
  const { of, inSum, number } = picksOf(asked);
  const { after } = page;
  // Days say where they lie, so that few of many visits are found without a look at all the others.
  const found = await db.execute<VisitRow & { id: string; exactAt: string }>(sql`
    with near as (
      select portal_id, day, sum(sum(${number})) over (order by day desc, portal_id) - sum(${number}) as before
      from outcome_day
      where day between ${period.from}::date and ${period.to}::date and ${isCounted(filter)} and ${inSum}
        ${after === null ? sql`` : sql`and day < (${after.at}::timestamptz at time zone 'UTC')::date - 1`}
      group by portal_id, day
    ), picked as (
      select portal_id, day from near where before <= ${page.limit}::int
      ${after === null ? sql`` : sql`union select distinct portal_id, day from outcome_day where ${isAround(after, period)} and ${isCounted(filter)} and ${inSum}`}
    ), bounds as materialized (
      select picked.portal_id, portal.domain, picked.day::timestamp at time zone zone.name as begins,
        (picked.day + 1)::timestamp at time zone zone.name as ends
      from picked join portal on portal.id = picked.portal_id
      cross join lateral (select portal_zone(portal.desk) as name) zone
    ), page as (
      select visit.*, bounds.domain from bounds join outcome visit on visit.portal_id = bounds.portal_id
        and visit.decided_at >= bounds.begins and visit.decided_at < bounds.ends
      where ${isCounted(filter, "visit")} and ${of}
        ${after === null ? sql`` : sql`and (visit.decided_at, visit.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
      order by visit.decided_at desc, visit.id desc limit ${page.limit + 1}::int
    )
    select page.id, page.decided_at::text as "exactAt", page.visit_id as "visitId", talk.id as "conversationId",
      talk.person_name as "personName", talk.owner, page.portal_id as "portalId", page.domain as "portalDomain",
      page.bot_id as "botId", bot.name as "botName", page.line_id as "lineId", page.kind, page.cause, page.intent,
      page.topic, page.dialog, page.step, page.rating, page.first_response_ms as "firstResponseMs",
      page.human_response_ms as "humanResponseMs", ${isoOf(sql`page.recontacted_at`)} as "recontactedAt",
      ${isoOf(sql`page.decided_at`)} as "decidedAt"
    from page left join conversation talk on talk.id = page.conversation_id left join bot on bot.id = page.bot_id
    order by page.decided_at desc, page.id desc`);
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  return {
    rows: rows.map(({ id: _id, exactAt: _exactAt, ...row }) => row),
    next: found.length > page.limit && last ? { at: last.exactAt, id: last.id } : null,
  };
}

/** The days that a place may lie on: in some zone it is the day before or after. */
const isAround = ({ at }: VisitCursor, { from, to }: FigurePeriod): SQL => sql`
  day between greatest(${from}::date, (${at}::timestamptz at time zone 'UTC')::date - 1)
    and least(${to}::date, (${at}::timestamptz at time zone 'UTC')::date + 1)`;

const isoOf = (instant: SQL) => sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const SOLVED = sql`kind in ('solved_presumed', 'solved_confirmed')`;
const IS_BACK_SOON = sql`coalesce(visit.recontacted_at <= visit.ended_at + make_interval(hours => ${RECONTACT_HOURS}::int), false)`;

/**
 * In SQL, which visits are meant, which rows of a day may have one of them, and how many of a row's are for sure: counted too
 * low, more days are looked at.
 */
type Pick = { of: SQL; inSum: SQL; number: SQL };

function picksOf({ figure, cause, step, atLeastMs }: VisitsAsked): Pick {
  const { of, inSum, number } = pickOf(figure, atLeastMs);
  const both = sql.join([
    cause === null ? sql`` : sql` and cause = ${cause}`,
    step === null ? sql`` : step === "" ? sql` and step is null` : sql` and step = ${step}`,
  ]);
  return { of: sql`${of}${both}`, inSum: sql`${inSum}${both}`, number };
}

function pickOf(figure: Figure, atLeastMs: number | null): Pick {
  switch (figure) {
    case "decided":
      return whole(sql`true`);
    case "contained":
      return {
        of: sql`(kind = 'solved_confirmed' or (kind = 'solved_presumed' and not ${IS_BACK_SOON}))`,
        inSum: sql`(kind = 'solved_confirmed' or (kind = 'solved_presumed' and recontacted < count))`,
        number: sql`count - recontacted`,
      };
    case "durable":
      return some(sql`${SOLVED} and recontacted_at is null`, sql`count - returned`, SOLVED);
    case "solved":
      return whole(SOLVED);
    case "recontacted":
      return some(sql`${SOLVED} and ${IS_BACK_SOON}`, sql`recontacted`, SOLVED);
    case "returned":
      return some(sql`${SOLVED} and recontacted_at is not null`, sql`returned`, SOLVED);
    case "rated":
      return some(sql`rating is not null`, sql`rated`);
    case "satisfied":
      return some(sql`rating >= ${GOOD_RATING}::int`, sql`satisfied`);
    case "unsatisfied":
      return some(sql`rating < ${GOOD_RATING}::int`, sql`rated - satisfied`);
    case "responded":
      return slow(sql`first_response_ms`, sql`responses`, atLeastMs ?? 0);
    case "human_responded":
      return slow(sql`human_response_ms`, sql`human_responses`, atLeastMs ?? 0);
    case "solved_confirmed":
    case "solved_presumed":
    case "handed_over":
    case "abandoned":
      return whole(sql`kind = ${figure}`);
  }
}

const whole = (of: SQL): Pick => ({ of, inSum: of, number: sql`count` });
const some = (of: SQL, number: SQL, among = sql`true`): Pick => ({
  of,
  inSum: sql`${among} and ${number} > 0`,
  number,
});

function slow(ms: SQL, times: SQL, leastMs: number): Pick {
  const bucket = sql`${bucketOf(leastMs)}::int`;
  const entries = sql`from unnest(${times}) as entry where ${bucketIn(sql`entry`)}`;
  return {
    of: sql`${ms} >= ${leastMs}::int`,
    inSum: sql`exists (select ${entries} >= ${bucket})`,
    // Of its own bucket some are faster.
    number: sql`(select coalesce(sum(${numberIn(sql`entry`)}), 0) ${entries} > ${bucket})`,
  };
}
