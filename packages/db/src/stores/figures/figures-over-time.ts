import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type FigureFilter, isCounted } from "./figure-filter.ts";
import { daysIn, type FigurePeriod } from "./figure-period.ts";
import { OUTCOME_SUMS, type OutcomeCounts, type SumsRow, toCounts } from "./summed-outcomes.ts";

/** Longer periods are shown by month: nobody tells more columns apart. */
const MOST_DAYS = 92;

export type FigureSeries = { unit: "day" | "month"; points: (OutcomeCounts & { at: string })[] };

/** Figures of each day, or of each month of a long period, as far as there are any; the earliest first. */
export async function figuresOverTime(db: Database, filter: FigureFilter, period: FigurePeriod): Promise<FigureSeries> {
  const unit = daysIn(period) > MOST_DAYS ? "month" : "day";
  const isAsked = sql`between ${period.from}::date and ${period.to}::date and ${isCounted(filter)}`;
  const rows = await db.execute<SumsRow & { at: string }>(
    unit === "day"
      ? sql`select day::text as at, ${OUTCOME_SUMS} from outcome_day where day ${isAsked} group by day order by day`
      : sql`
        select month::text as at, ${OUTCOME_SUMS} from outcome_month
        where month between date_trunc('month', ${period.from}::date)::date and ${period.to}::date and ${isCounted(filter)}
        group by month order by month`,
  );
  return { unit, points: rows.map((row) => ({ ...toCounts(row), at: row.at })) };
}
