import { sql } from "drizzle-orm";

import type { Transaction } from "../../client.ts";
import { GOOD_RATING, LOW_RATING } from "./rating-bounds.ts";
import { recordOutcome, type VisitFacts } from "./record-outcomes.ts";

export type Rating = {
  /** A whole number from 1 to 5. */
  rating: number;
  comment: string | null;
  ratedAt: Date;
  /** For a visit that may have come to no outcome yet: until there is a stronger word, it is `abandoned`. */
  visit?: VisitFacts;
};

/**
 * Keeps what a client thinks of a visit, once. A good rating confirms the solution, a low one takes back one that was presumed
 * or only thanked for; what was handed over stays so.
 *
 * @returns False when the visit was rated before, or has no outcome and its facts were not given.
 */
export async function rateVisit(
  tx: Transaction,
  visitId: string,
  { rating, comment, ratedAt, visit }: Rating,
): Promise<boolean> {
  if (visit !== undefined) {
    await recordOutcome(tx, { ...visit, visitId, kind: "abandoned", cause: "csat", decidedAt: ratedAt });
  }
  const at = sql`${ratedAt.toISOString()}::timestamptz`;
  const given = sql`${rating}::int`;
  const isConfirmed = sql`(${given} >= ${GOOD_RATING}::int and kind in ('abandoned', 'solved_presumed'))`;
  // Thanks are politeness as long as no rating says otherwise.
  const isThanked = sql`(kind = 'solved_confirmed' and cause = 'said_so')`;
  const isDenied = sql`(${given} <= ${LOW_RATING}::int and (kind = 'solved_presumed' or ${isThanked}))`;
  const rated = await tx.execute(sql`
    update outcome set rating = ${given}, rating_comment = ${comment}, rated_at = ${at},
      kind = case when ${isConfirmed} then 'solved_confirmed' when ${isDenied} then 'abandoned' else kind end,
      cause = case when ${isConfirmed} or ${isDenied} then 'csat' else cause end,
      decided_at = case when ${isConfirmed} or ${isDenied} then ${at} else decided_at end
    where visit_id = ${visitId}::uuid and rating is null
    returning id`);
  return rated.length > 0;
}
