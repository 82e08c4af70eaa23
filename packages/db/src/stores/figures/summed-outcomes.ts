import { type SQL, sql } from "drizzle-orm";

import { OUTCOME_KIND, type OutcomeKind } from "../../schema/outcome.ts";
import { isCounted } from "./figure-filter.ts";
import { type FigurePeriod, partsOf } from "./figure-period.ts";

/** Which outcomes beside what the filter says. */
export type OutcomePick = { kind?: OutcomeKind };

/** In SQL, what was added up of a period under the name `asked`: months where whole ones lie in it, and days around them. */
export function summedOutcomes(
  columns: SQL,
  filter: Parameters<typeof isCounted>[0],
  period: FigurePeriod,
  pick: OutcomePick = {},
): SQL {
  const { months, days } = partsOf(period);
  const isAsked = sql`${isCounted(filter)} ${pick.kind === undefined ? sql`` : sql`and kind = ${pick.kind}`}`;
  const isIn = (name: SQL, { from, to }: FigurePeriod) => sql`${name} between ${from}::date and ${to}::date`;
  const parts = days.map(
    (part) => sql`select ${columns} from outcome_day where ${isIn(sql`day`, part)} and ${isAsked}`,
  );
  if (months !== null) {
    parts.push(sql`select ${columns} from outcome_month where ${isIn(sql`month`, months)} and ${isAsked}`);
  }
  return sql`(${sql.join(parts, sql` union all `)}) as asked`;
}

/** Visits by what came of them, and how many of these had to come back or were rated. */
export type OutcomeCounts = {
  kinds: Record<OutcomeKind, number>;
  decided: number;
  /** Solved without a person: confirmed, or presumed and not come back within 72 hours. */
  contained: number;
  /** Presumed or confirmed. */
  solved: number;
  /** Of the solved, those who came back about the same topic within 72 hours, and within seven days. */
  recontacted: number;
  returned: number;
  rated: number;
  /** Ratings of 4 and 5. */
  satisfied: number;
  ratingSum: number;
};

/** What `OUTCOME_SUMS` needs of `summedOutcomes`. */
export const SUMMED_COLUMNS = sql.raw("kind, count, recontacted, returned, rated, rating_sum, satisfied");

const SOLVED = "kind in ('solved_presumed', 'solved_confirmed')";
const sumOf = (column: string, name: string, where = "true") =>
  `coalesce(sum(${column}) filter (where ${where}), 0)::int as ${name}`;

export const OUTCOME_SUMS = sql.raw(
  [
    ...OUTCOME_KIND.map((kind) => sumOf("count", kind, `kind = '${kind}'`)),
    sumOf("recontacted", "presumed_recontacted", "kind = 'solved_presumed'"),
    sumOf("recontacted", "recontacted", SOLVED),
    sumOf("returned", "returned", SOLVED),
    sumOf("rated", "rated"),
    sumOf("satisfied", "satisfied"),
    sumOf("rating_sum", "rating_sum"),
  ].join(", "),
);

export type SumsRow = Record<OutcomeKind, number> & {
  presumed_recontacted: number;
  recontacted: number;
  returned: number;
  rated: number;
  satisfied: number;
  rating_sum: number;
};

/** What is left of a whole without a part of it. */
export const solvedWithout = (whole: OutcomeCounts, part: OutcomeCounts | null) => ({
  decided: whole.decided - (part?.decided ?? 0),
  contained: whole.solved - whole.returned - (part === null ? 0 : part.solved - part.returned),
});

/** @param row Undefined where nothing was counted. */
export function toCounts(row: SumsRow | undefined): OutcomeCounts {
  const kinds = Object.fromEntries(OUTCOME_KIND.map((kind) => [kind, row?.[kind] ?? 0])) as OutcomeCounts["kinds"]; // safe: all kinds
  const solved = kinds.solved_presumed + kinds.solved_confirmed;
  return {
    kinds,
    decided: OUTCOME_KIND.reduce((sum, kind) => sum + kinds[kind], 0),
    contained: solved - (row?.presumed_recontacted ?? 0),
    solved,
    recontacted: row?.recontacted ?? 0,
    returned: row?.returned ?? 0,
    rated: row?.rated ?? 0,
    satisfied: row?.satisfied ?? 0,
    ratingSum: row?.rating_sum ?? 0,
  };
}
