import { type SQL, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { OUTCOME_KIND, type OutcomeKind } from "../../schema/outcome.ts";
import { RECONTACT_HOURS } from "./mark-recontacts.ts";

/** Visits decided within [from, to). `botCode` stands for the bots of this code on all portals. */
export type OutcomeFilter = { portalId?: string; botId?: string; botCode?: string; from: Date; to: Date };

export type Containment = {
  counts: Record<OutcomeKind, number>;
  /** Of the presumed solutions, those after which the client came back about the same topic: they count as none. */
  recontacted: number;
  decided: number;
  /** The share that no operator had to work on, from 0 to 1; null when nothing was decided. */
  containment: number | null;
  /** Of the ratings given, from 1 to 5; null when nobody gave one. */
  meanRating: number | null;
  /** First responses in milliseconds, by the portal's time of the question; null when none was timed. */
  firstResponseP50Ms: number | null;
  firstResponseP95Ms: number | null;
};

/** What visits may be told apart by. */
export const OUTCOME_GROUP = [
  "bot",
  "dialog",
  "dialogVersion",
  "intent",
  "topic",
  "line",
  "cause",
  "language",
] as const;
export type OutcomeGroup = (typeof OUTCOME_GROUP)[number];

const GROUP: Record<OutcomeGroup, SQL> = {
  bot: sql`bot_id::text`,
  dialog: sql`dialog`,
  dialogVersion: sql`dialog || ' ' || dialog_version`,
  intent: sql`intent`,
  topic: sql`topic`,
  line: sql`line_id`,
  cause: sql`cause`,
  language: sql`language`,
};

/** How much was solved without a person: confirmed solutions, and presumed ones without a return, over all that was decided. */
export async function containmentOf(db: Database, filter: OutcomeFilter): Promise<Containment> {
  const [row] = await db.execute<Row>(sql`select ${FIGURES} from outcome where ${isAsked(filter)}`);
  return toContainment(row);
}

/** The same for each bot, dialog, intent and so on by itself, the most frequent first. `group` is null where it is not known. */
export async function containmentBy(
  db: Database,
  filter: OutcomeFilter,
  by: OutcomeGroup,
): Promise<(Containment & { group: string | null })[]> {
  const rows = await db.execute<Row & { group: string | null }>(sql`
    select ${GROUP[by]} as group, ${FIGURES} from outcome where ${isAsked(filter)} group by 1 order by count(*) desc, 1`);
  return rows.map((row) => ({ group: row.group, ...toContainment(row) }));
}

const isAsked = ({ portalId, botId, botCode, from, to }: OutcomeFilter): SQL => sql`
  decided_at >= ${from.toISOString()}::timestamptz and decided_at < ${to.toISOString()}::timestamptz
  ${portalId === undefined ? sql`` : sql`and portal_id = ${portalId}::uuid`}
  ${botId === undefined ? sql`` : sql`and bot_id = ${botId}::uuid`}
  ${botCode === undefined ? sql`` : sql`and bot_id in (select id from bot where code = ${botCode})`}`;

const counts = OUTCOME_KIND.map((kind) => sql.raw(`(count(*) filter (where kind = '${kind}'))::int as ${kind}`));
const FIGURES = sql`${sql.join(counts, sql`, `)},
  (count(*) filter (
    where kind = 'solved_presumed' and recontacted_at <= ended_at + make_interval(hours => ${RECONTACT_HOURS}::int)
  ))::int as recontacted,
  avg(rating)::float8 as mean_rating,
  percentile_cont(0.5) within group (order by first_response_ms) as p50,
  percentile_cont(0.95) within group (order by first_response_ms) as p95`;

type Row = Record<OutcomeKind, number> & {
  recontacted: number;
  mean_rating: number | null;
  p50: number | null;
  p95: number | null;
};

function toContainment(row: Row | undefined): Containment {
  const counts = Object.fromEntries(OUTCOME_KIND.map((kind) => [kind, row?.[kind] ?? 0])) as Containment["counts"]; // safe: all kinds
  const decided = OUTCOME_KIND.reduce((sum, kind) => sum + counts[kind], 0);
  const recontacted = row?.recontacted ?? 0;
  const contained = counts.solved_confirmed + counts.solved_presumed - recontacted;
  return {
    counts,
    recontacted,
    decided,
    containment: decided === 0 ? null : contained / decided,
    meanRating: row?.mean_rating ?? null,
    firstResponseP50Ms: row?.p50 ?? null,
    firstResponseP95Ms: row?.p95 ?? null,
  };
}
