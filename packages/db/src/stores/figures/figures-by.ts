import { type SQL, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { bucketIn, numberIn, toBuckets } from "./counted-times.ts";
import type { FigureFilter } from "./figure-filter.ts";
import type { FigurePeriod } from "./figure-period.ts";
import { timesOf, type WaitTimes } from "./figures-of.ts";
import {
  OUTCOME_SUMS,
  type OutcomeCounts,
  type OutcomePick,
  type SumsRow,
  SUMMED_COLUMNS,
  summedOutcomes,
  toCounts,
} from "./summed-outcomes.ts";

/** What visits are told apart by. */
export const FIGURE_GROUP = [
  "portal",
  "bot",
  "line",
  "intent",
  "topic",
  "version",
  "language",
  "cause",
  "step",
] as const;
export type FigureGroup = (typeof FIGURE_GROUP)[number];

/** Several columns stand together where one alone names nothing: a line of a portal, a version or a step of a dialog. */
const COLUMNS: Record<FigureGroup, readonly string[]> = {
  portal: ["portal_id"],
  bot: ["bot_id"],
  line: ["portal_id", "line_id"],
  intent: ["intent"],
  topic: ["topic"],
  version: ["dialog", "dialog_version"],
  language: ["language"],
  cause: ["kind", "cause"],
  step: ["dialog", "step"],
};

/** @property key In the order of the columns above; null for what is not known. */
export type GroupFigures = OutcomeCounts & { key: readonly (string | null)[]; firstResponse: WaitTimes };

/** Figures of each group by itself, those with most visits first. */
export async function figuresBy(
  db: Database,
  by: FigureGroup,
  filter: FigureFilter,
  period: FigurePeriod,
  { limit, ...pick }: OutcomePick & { limit: number },
): Promise<GroupFigures[]> {
  const names = COLUMNS[by].map((name) => sql.raw(name));
  const key = sql`array[${sql.join(
    names.map((name) => sql`${name}::text`),
    sql`, `,
  )}]`;
  const from = (columns: SQL) => summedOutcomes(sql`${key} as key, ${columns}`, filter, period, pick);
  const [sums, responses] = await Promise.all([
    db.execute<SumsRow & { key: (string | null)[] }>(sql`
      select to_json(key) as key, ${OUTCOME_SUMS} from ${from(SUMMED_COLUMNS)}
      group by asked.key order by sum(count) desc, asked.key limit ${limit}::int`),
    db.execute<{ key: (string | null)[]; bucket: number; number: number }>(sql`
      select to_json(key) as key, ${bucketIn(sql`entry`)} as bucket, sum(${numberIn(sql`entry`)})::int as number
      from (select key, unnest(responses) as entry from ${from(sql`responses`)}) as each group by key, 2`),
  ]);
  const times = Map.groupBy(responses, (row) => JSON.stringify(row.key));
  return sums.map((row) => ({
    ...toCounts(row),
    key: row.key,
    firstResponse: timesOf(toBuckets(times.get(JSON.stringify(row.key)) ?? [])),
  }));
}
