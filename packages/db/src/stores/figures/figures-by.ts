import { type SQL, sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { bucketIn, numberIn, toBuckets } from "./counted-times.ts";
import type { FigureFilter } from "./figure-filter.ts";
import type { FigurePeriod } from "./figure-period.ts";
import type { Told } from "./grains.ts";
import { timesOf, type WaitTimes } from "./figures-of.ts";
import {
  OUTCOME_SUMS,
  type OutcomeCounts,
  type OutcomePick,
  type SumsRow,
  SUMMED_COLUMNS,
  summedOutcomes,
  toCounts,
  VISITS,
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
const COLUMNS: Record<FigureGroup, readonly (Told | "portal_id" | "bot_id")[]> = {
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
  const columns = COLUMNS[by];
  const told = columns.filter((name) => name !== "portal_id" && name !== "bot_id");
  // Grouped by the columns themselves: a list of texts made of each row would take longer than adding up.
  const names = sql.raw(columns.join(", "));
  const key = sql.raw(`json_build_array(${columns.map((name) => `${name}::text`).join(", ")})`);
  const from = (more: SQL) => summedOutcomes(sql`${names}, ${more}`, { ...pick, filter, period, told });
  const [sums, responses] = await Promise.all([
    db.execute<SumsRow & { key: (string | null)[] }>(sql`
      select ${key} as key, ${OUTCOME_SUMS} from ${from(SUMMED_COLUMNS)}
      group by ${names} having sum(sign * ${VISITS}) > 0 order by sum(sign * ${VISITS}) desc, ${names} limit ${limit}::int`),
    db.execute<{ key: (string | null)[]; bucket: number; number: number }>(sql`
      select ${key} as key, bucket, number from (
        select ${names}, ${bucketIn(sql`entry`)} as bucket, sum(sign * ${numberIn(sql`entry`)})::int as number
        from (select ${names}, sign, unnest(responses) as entry from ${from(sql`responses`)}) as each
        group by ${names}, ${bucketIn(sql`entry`)}
      ) as counted where number > 0`),
  ]);
  const times = Map.groupBy(responses, (row) => JSON.stringify(row.key));
  return sums.map((row) => ({
    ...toCounts(row),
    key: row.key,
    firstResponse: timesOf(toBuckets(times.get(JSON.stringify(row.key)) ?? [])),
  }));
}
