import { type SQL, sql } from "drizzle-orm";

import { OUTCOME_KIND, type OutcomeKind } from "../../schema/outcome.ts";
import { isCounted } from "./figure-filter.ts";
import { type FigurePeriod, partsOf } from "./figure-period.ts";
import { isOfGrain, type Told, toldBy } from "./grains.ts";

/** Which outcomes beside what the filter says. */
export type OutcomePick = { kind?: OutcomeKind };

type Asked = OutcomePick & {
  filter: Parameters<typeof isCounted>[0];
  period: FigurePeriod;
  /** What has to be told apart beside what the filter picks by. */
  told?: readonly Told[];
};

/**
 * In SQL, what was added up of a period under the name `asked`, of the smallest grain that tells enough apart: the columns, and
 * `sign`, which says whether a row is added or taken away.
 */
export function summedOutcomes(columns: SQL, { filter, period, told = [], kind }: Asked): SQL {
  const needed = [...toldBy(filter), ...told, ...(kind === undefined ? [] : (["kind"] as const))];
  const isAsked = sql`${isCounted(filter)} ${kind === undefined ? sql`` : sql`and kind = ${kind}`}`;
  const parts = partsOf(period).map(
    ({ unit, sign, from, to }) => sql`
      select ${columns}, ${sql.raw(String(sign))} as sign from ${sql.raw(`outcome_${unit}`)}
      where ${isOfGrain(unit, needed)} and ${sql.raw(unit)} between ${from}::date and ${to}::date and ${isAsked}`,
  );
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

/** What is counted, in the order of the tables. */
export const SUMMED = [
  ...OUTCOME_KIND,
  "recontacted",
  "presumed_recontacted",
  "returned",
  "rated",
  "rating_sum",
  "satisfied",
] as const;
export const SUMMED_COLUMNS = sql.raw(SUMMED.join(", "));

/** In SQL, how many visits a row counts. */
export const VISITS = sql.raw(`(${OUTCOME_KIND.join(" + ")})`);

/** Of `summedOutcomes`. */
export const OUTCOME_SUMS = sql.raw(
  SUMMED.map((name) => `coalesce(sum(sign * ${name}), 0)::int as ${name}`).join(", "),
);

export type SumsRow = Record<(typeof SUMMED)[number], number>;

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
