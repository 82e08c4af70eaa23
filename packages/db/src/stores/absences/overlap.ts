import { type SQL, sql } from "drizzle-orm";

import { absence } from "../../schema/absence.ts";

/** First and last day, both included, `YYYY-MM-DD`; of the first one, or the last one, perhaps only half. */
export type AbsenceSpan = { fromDay: string; toDay: string; fromNoon?: boolean; untilNoon?: boolean };

/** True in SQL for rows that share at least half a day with these days. */
export function overlaps({ fromDay, toDay, fromNoon = false, untilNoon = false }: AbsenceSpan): SQL {
  return sql`(${absence.fromDay}, ${absence.fromNoon}) <= (${toDay}::date, ${!untilNoon}::boolean)
    and (${absence.toDay}, not ${absence.untilNoon}) >= (${fromDay}::date, ${fromNoon}::boolean)`;
}
