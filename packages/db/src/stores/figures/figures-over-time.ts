import { sql } from "drizzle-orm";

import type { Database } from "../../client.ts";
import { type FigureFilter, isCounted } from "./figure-filter.ts";
import { daysIn, type FigurePeriod, monthOf } from "./figure-period.ts";
import { isOfGrain, toldBy } from "./grains.ts";
import { OUTCOME_SUMS, type OutcomeCounts, type SumsRow, SUMMED_COLUMNS, toCounts } from "./summed-outcomes.ts";

/** Longer periods are shown by month: nobody tells more columns apart. */
const MOST_DAYS = 92;

export type FigureSeries = { unit: "day" | "month"; points: (OutcomeCounts & { at: string })[] };

/** Figures of each day, or of each month of a long period, as far as there are any; the earliest first. */
export async function figuresOverTime(db: Database, filter: FigureFilter, period: FigurePeriod): Promise<FigureSeries> {
  const unit = daysIn(period) > MOST_DAYS ? "month" : "day";
  const from = unit === "day" ? period.from : monthOf(period.from);
  const rows = await db.execute<SumsRow & { at: string }>(sql`
    select at::text, ${OUTCOME_SUMS} from (
      select ${sql.raw(unit)} as at, 1 as sign, ${SUMMED_COLUMNS} from ${sql.raw(`outcome_${unit}`)}
      where ${isOfGrain(unit, toldBy(filter))} and ${sql.raw(unit)} between ${from}::date and ${period.to}::date
        and ${isCounted(filter)}
    ) as asked group by at order by at`);
  return { unit, points: rows.map((row) => ({ ...toCounts(row), at: row.at })) };
}
