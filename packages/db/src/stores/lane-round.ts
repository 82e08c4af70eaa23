import { type SQL, sql } from "drizzle-orm";

import type { Given } from "../fixed-statement.ts";

/** Rows looked at by one claim at most. */
const MOST_LANES = 512;
/** Of those beyond what is asked for: some of the lanes will be busy. */
const SPARE_LANES = 32;
/** Lanes of one portal looked at by one claim at most: a portal with many of them must not hide the others. */
const MOST_LANES_PER_PORTAL = 128;
/** Below every portal id. */
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/**
 * Where claims stand on their way round: portals are visited one after another, and one with many lanes gives some of
 * them on each visit.
 */
export type LaneRound = {
  /** The last portal that was visited; null at the beginning. */
  portal: string | null;
  /** After which lane the visit of a portal goes on, by portal. */
  resume: Readonly<Record<string, string>>;
  /** The same for the next time round. */
  resumeNext: Readonly<Record<string, string>>;
  /** The last claim found less than it asked for: the next one looks farther. */
  isInVain: boolean;
};

/** What a claim's statement says of its way, beside each row. */
export type RoundRow = {
  /** It stopped before it had seen everything. */
  is_cut: boolean;
  last_portal: string | null;
  /** The last lane that was seen of portals that were not seen to their end. */
  cut: Record<string, string> | null;
};

type Walked = {
  table: SQL;
  /** Literal statuses, as in the predicate of the table's `head` index: a prepared plan uses it only then. */
  open: SQL;
  /** What `head` has beside id, portal_id, lane and seq. */
  columns: readonly string[];
};

/** How far a claim walks, and from where. */
export type WalkValues = { most: number; mostOfPortal: number; portal: string; lanes: string };

/** @param limit How many free lanes are looked for. */
export function walkValues(limit: number, after: LaneRound | null): WalkValues {
  const most = after?.isInVain === true ? MOST_LANES : Math.min(MOST_LANES, 2 * limit + SPARE_LANES);
  return {
    most,
    mostOfPortal: Math.min(MOST_LANES_PER_PORTAL, most / 2),
    portal: after?.portal ?? BEFORE_ALL,
    lanes: JSON.stringify(after?.resume ?? {}),
  };
}

/**
 * Common table expressions `head`, the first open row of each lane, and `round`, which says how far that went. From lane to lane
 * by the index, one probe each, however many rows stand in a lane. A row that is only passed on the way has `is_new` false.
 */
export function walkLanes({ table, open, columns }: Walked, given: Given<WalkValues>): SQL {
  const { most, mostOfPortal } = given;
  const [names, ofNext] = [columns, columns.map((name) => `next.${name}`)].map((list) => sql.raw(list.join(", ")));
  const lanes = sql`${given.lanes}::jsonb`;
  // Where the last visit of a portal stopped.
  const stopOf = (portalId: SQL) => sql`(${lanes} ->> ${portalId}::text)`;
  return sql`head as (
      (
        select id, portal_id, lane, seq, ${names}, 1 as nth, 1 as seen,
               greatest(lane collate "C", ${stopOf(sql`portal_id`)}) as place,
               lane collate "C" > coalesce(${stopOf(sql`portal_id`)}, '') as is_new
        from ${table}
        where ${open} and portal_id > ${given.portal}::uuid
        order by portal_id, lane collate "C", seq limit 1
      )
      union all
      select next.id, next.portal_id, next.lane, next.seq, ${ofNext},
             case when next.portal_id = head.portal_id then head.nth + 1 else 1 end, head.seen + 1,
             case when next.portal_id = head.portal_id then next.lane collate "C"
                  else greatest(next.lane collate "C", ${stopOf(sql`next.portal_id`)}) end,
             next.portal_id = head.portal_id
               or next.lane collate "C" > coalesce(${stopOf(sql`next.portal_id`)}, '')
      from head cross join lateral (
        select id, portal_id, lane, seq, ${names}
        from ${table}
        where ${open} and (portal_id, lane collate "C") >
          (head.portal_id, (case when head.nth >= ${mostOfPortal}::int then '~' else head.place end) collate "C")
        order by portal_id, lane collate "C", seq limit 1
      ) next
      where head.seen < ${most}::int
    ), round as (
      select count(*) >= ${most}::int as is_cut, max(portal_id::text collate "C") as last_portal,
             jsonb_object_agg(portal_id, place) filter (
               where nth >= ${mostOfPortal}::int or head.seen >= ${most}::int
             ) as cut
      from head
    )`;
}

/**
 * Where the next claim goes on; null when everything was seen once since the beginning.
 *
 * @param isInVain True when this claim took less than it asked for.
 */
export function roundAfter(before: LaneRound | null, row: RoundRow | undefined, isInVain: boolean): LaneRound | null {
  if (row === undefined) return null;
  const resumeNext = { ...before?.resumeNext, ...row.cut };
  if (row.is_cut) return { portal: row.last_portal, resume: before?.resume ?? {}, resumeNext, isInVain };
  return Object.keys(resumeNext).length === 0 ? null : { portal: null, resume: resumeNext, resumeNext: {}, isInVain };
}
