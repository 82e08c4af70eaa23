import { type SQL, sql } from "drizzle-orm";

import { RECONTACT_HOURS } from "../outcome/mark-recontacts.ts";
import { GOOD_RATING } from "../outcome/rating-bounds.ts";
import { bucketIn, numberIn } from "./counted-times.ts";
import type { Told } from "./grains.ts";
import { VISITS } from "./summed-outcomes.ts";
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

/** What a figure is made of. */
export type FigurePick = {
  figure: Figure;
  /** Of the hand-over or of another outcome; null is any. */
  cause: string | null;
  /** An empty text stands for the visits whose dialog had ended. */
  step: string | null;
  /** Of `responded` and `human_responded`: as slow as this or slower, in milliseconds. */
  atLeastMs: number | null;
};

/**
 * In SQL, which of `visit` are meant, which rows of sums may have one of them, and how many of a row's are for sure: counted too
 * low, more days are looked at.
 */
type PickSql = { of: SQL; inSum: SQL; number: SQL };

/** @returns Also what has to be told apart in sums. */
export function pickVisits({ figure, cause, step, atLeastMs }: FigurePick): PickSql & { told: Told[] } {
  const { of, inSum, number } = pickOf(figure, atLeastMs);
  const both = sql.join([
    cause === null ? sql`` : sql` and cause = ${cause}`,
    step === null ? sql`` : step === "" ? sql` and step is null` : sql` and step = ${step}`,
  ]);
  return {
    of: sql`${of}${both}`,
    inSum: sql`${inSum}${both}`,
    number,
    told: [...(cause === null ? [] : (["cause"] as const)), ...(step === null ? [] : (["step"] as const))],
  };
}

function pickOf(figure: Figure, atLeastMs: number | null): PickSql {
  switch (figure) {
    case "decided":
      return counted(sql`true`, VISITS);
    case "contained":
      return counted(
        sql`(kind = 'solved_confirmed' or (kind = 'solved_presumed' and not ${IS_BACK_SOON}))`,
        sql`(solved_confirmed + solved_presumed - presumed_recontacted)`,
      );
    case "durable":
      return counted(sql`${SOLVED} and recontacted_at is null`, sql`(solved_confirmed + solved_presumed - returned)`);
    case "solved":
      return counted(SOLVED, sql`(solved_confirmed + solved_presumed)`);
    case "recontacted":
      return counted(sql`${SOLVED} and ${IS_BACK_SOON}`, sql`recontacted`);
    case "returned":
      return counted(sql`${SOLVED} and recontacted_at is not null`, sql`returned`);
    case "rated":
      return counted(sql`rating is not null`, sql`rated`);
    case "satisfied":
      return counted(sql`rating >= ${GOOD_RATING}::int`, sql`satisfied`);
    case "unsatisfied":
      return counted(sql`rating < ${GOOD_RATING}::int`, sql`(rated - satisfied)`);
    case "responded":
      return slow(sql`first_response_ms`, sql`responses`, atLeastMs ?? 0);
    case "human_responded":
      return slow(sql`human_response_ms`, sql`human_responses`, atLeastMs ?? 0);
    case "solved_confirmed":
    case "solved_presumed":
    case "handed_over":
    case "abandoned":
      return counted(sql`kind = ${figure}`, sql.raw(figure));
  }
}

const SOLVED = sql`kind in ('solved_presumed', 'solved_confirmed')`;
const IS_BACK_SOON = sql`coalesce(visit.recontacted_at <= visit.ended_at + make_interval(hours => ${RECONTACT_HOURS}::int), false)`;

const counted = (of: SQL, number: SQL): PickSql => ({ of, inSum: sql`${number} > 0`, number });

function slow(ms: SQL, times: SQL, leastMs: number): PickSql {
  const bucket = sql`${bucketOf(leastMs)}::int`;
  const entries = sql`from unnest(${times}) as entry where ${bucketIn(sql`entry`)}`;
  return {
    of: sql`${ms} >= ${leastMs}::int`,
    inSum: sql`exists (select ${entries} >= ${bucket})`,
    // Of its own bucket some are faster.
    number: sql`(select coalesce(sum(${numberIn(sql`entry`)}), 0) ${entries} > ${bucket})`,
  };
}
