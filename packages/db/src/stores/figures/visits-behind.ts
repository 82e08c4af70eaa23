import type { Owner } from "@botdeck/core";
import { type SQL, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import type { OutcomeKind } from "../../schema/outcome.ts";
import { type FigureFilter, isCounted } from "./figure-filter.ts";
import { type FigurePeriod, monthOf } from "./figure-period.ts";
import { isOfGrain, toldBy } from "./grains.ts";
import { type FigurePick, pickVisits } from "./pick-visits.ts";

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

type Page = { after: VisitCursor | null; limit: number };
type VisitsAsked = FigurePick & { filter: FigureFilter; period: FigurePeriod };

/** The visits behind a figure, the latest decided first. What was decided since days were last added up may be missing. */
export async function visitsBehind(
  db: Database,
  asked: VisitsAsked,
  page: Page,
): Promise<{ rows: VisitRow[]; next: VisitCursor | null }> {
  const { after, limit } = page;
  const { of } = pickVisits(asked);
  const found = await db.execute<VisitRow & { id: string; exactAt: string }>(sql`
    with ${nearDays(asked, page)}, page as (
      select visit.*, zone.domain from near_day join zone on zone.id = near_day.portal_id
      -- Limited for each day: else all outcomes may be walked through, the latest first.
      cross join lateral (
        select * from outcome visit where visit.portal_id = near_day.portal_id
          and visit.decided_at >= begins and visit.decided_at < ends and ${isCounted(asked.filter, "visit")} and ${of}
          ${after === null ? sql`` : sql`and (visit.decided_at, visit.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
        order by visit.decided_at desc, visit.id desc limit ${limit + 1}::int
      ) as visit
      order by visit.decided_at desc, visit.id desc limit ${limit + 1}::int
    )
    select page.id, page.decided_at::text as "exactAt", page.visit_id as "visitId", talk.id as "conversationId",
      talk.person_name as "personName", talk.owner, page.portal_id as "portalId", page.domain as "portalDomain",
      page.bot_id as "botId", bot.name as "botName", page.line_id as "lineId", page.kind, page.cause, page.intent,
      page.topic, page.dialog, page.step, page.rating, page.first_response_ms as "firstResponseMs",
      page.human_response_ms as "humanResponseMs", ${isoOf(sql`page.recontacted_at`)} as "recontactedAt",
      ${isoOf(sql`page.decided_at`)} as "decidedAt"
    from page left join conversation talk on talk.id = page.conversation_id left join bot on bot.id = page.bot_id
    order by page.decided_at desc, page.id desc`);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows: rows.map(({ id: _id, exactAt: _exactAt, ...row }) => row),
    next: found.length > limit && last ? { at: last.exactAt, id: last.id } : null,
  };
}

/**
 * In SQL, under the name `near_day`, the days of portals that have all visits of a page, from `begins` until before `ends`: sums say
 * where they lie, first of months, then of the days of those, so that few of many visits are found without a look at all the
 * others.
 */
function nearDays({ filter, period, ...figure }: VisitsAsked, page: Page): SQL {
  const { told, inSum, number } = pickVisits(figure);
  const needed = [...toldBy(filter), ...told];
  const isAsked = sql`${isCounted(filter)} and ${inSum}`;
  return sql`
    zone as materialized (select id, domain, portal_zone(desk) as name from portal),
    month_sum as (
      select portal_id, month as first, (month + interval '1 month')::date as next, sum(${number}) as number from outcome_month
      where ${isOfGrain("month", needed)} and month between ${monthOf(period.from)}::date and ${period.to}::date and ${isAsked}
      group by portal_id, month
    ), ${nearOf("month", { period, ...page })},
    day_sum as (
      select near_month.portal_id, day.* from near_month cross join lateral (
        select day as first, day + 1 as next, sum(${number}) as number from outcome_day
        where ${isOfGrain("day", needed)} and portal_id = near_month.portal_id and ${isAsked}
          and day between greatest(${period.from}::date, near_month.first) and least(${period.to}::date, near_month.next - 1)
        group by day
      ) as day
    ), ${nearOf("day", { period, ...page })}`;
}

/**
 * In SQL, of the sums those in which the page's visits lie. Days of portals lie aslant, each in its own zone: none that ends before
 * an instant is needed when for sure enough visits came since.
 */
function nearOf(unit: "month" | "day", { period, after, limit }: Page & { period: FigurePeriod }): SQL {
  const [sums, spans, near] = [`${unit}_sum`, `${unit}_span`, `near_${unit}`].map((name) => sql.raw(name));
  const at = after === null ? sql`'infinity'::timestamptz` : sql`${after.at}::timestamptz`;
  return sql`
    ${spans} as materialized (
      select portal_id, first, next, begins, ends,
        case when first >= ${period.from}::date and next - 1 <= ${period.to}::date and ends <= ${at} then number else 0 end as sure
      from ${sums} join zone on zone.id = portal_id
      cross join lateral (
        select first::timestamp at time zone zone.name as begins, next::timestamp at time zone zone.name as ends
      ) as bounds
      where begins <= ${at}
    ), ${near} as materialized (
      select portal_id, first, next, begins, ends from ${spans} where ends > coalesce((
        select max(begins) from (select begins, sum(sure) over (order by begins desc) as seen from ${spans}) as later
        where seen > ${limit}::int
      ), '-infinity')
    )`;
}

const isoOf = (instant: SQL) => sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
