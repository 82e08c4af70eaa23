/**
 * What deals come to: pure, so that bots and workflows may count without a portal.
 *
 * @module
 */
export * from "./build-report.ts";
export { daysBefore, type Change, type PeriodChange, type ReportDays } from "./compare-periods.ts";
export type { FunnelConversion, StageConversion } from "./conversion.ts";
export type { LossReason } from "./loss-reasons.ts";
export type * from "./report-data.ts";
export type { CurrencySum, DealTotals } from "./sum-report.ts";
