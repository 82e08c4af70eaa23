import { comparePeriods, type PeriodChange } from "./compare-periods.ts";
import { conversionOf, type FunnelConversion } from "./conversion.ts";
import { type LossReason, lossReasonsOf } from "./loss-reasons.ts";
import type { Pipeline, ReportDeal, ReportMove } from "./report-data.ts";
import { type DealTotals, sumDeals } from "./sum-report.ts";

/** What a period's new deals came to by now, beside those of the period before. Plain JSON. */
export type SalesReport = {
  totals: DealTotals;
  change: PeriodChange;
  funnels: readonly FunnelConversion[];
  losses: readonly LossReason[];
};

/**
 * A report about the deals that began in a period.
 *
 * @param read.moves Of the period's deals; of the ones before only sums are compared.
 */
export function buildReport(read: {
  deals: readonly ReportDeal[];
  before: readonly ReportDeal[];
  moves: readonly ReportMove[];
  pipeline: Pipeline;
}): SalesReport {
  const { deals, before, moves, pipeline } = read;
  const totals = sumDeals(deals, pipeline);
  return {
    totals,
    change: comparePeriods(totals, sumDeals(before, pipeline)),
    funnels: conversionOf(deals, moves, pipeline),
    losses: lossReasonsOf(deals, pipeline),
  };
}
