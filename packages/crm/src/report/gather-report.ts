import type { B24Client, CallOptions } from "@botdeck/b24-client";
import { momentOf } from "@botdeck/core/working-time";

import { countDeals, type DealQuery, readDeals } from "../deals/read-deals.ts";
import { readStageMoves } from "../deals/read-stage-moves.ts";
import { buildReport, type SalesReport } from "./build-report.ts";
import { daysBefore, type ReportDays } from "./compare-periods.ts";
import type { Pipeline, ReportDeal, ReportMove } from "./report-data.ts";

/** From so many deals on the ways of all deals of that time are read, and not deal by deal: that is fewer requests. */
const MANY_DEALS = 1_000;
const DAY_MS = 86_400_000;

/** A report, and the deals that it is of. */
export type GatheredReport = { report: SalesReport; deals: readonly ReportDeal[] };
/** Days of a zone. */
export type ReportPeriod = ReportDays & { timeZone: string };
/** How far the reading of a report has come. */
export type ReportStep = { step: "deals" | "moves"; read: number };

function dealQueryOf({ from, to, timeZone }: ReportPeriod, assignedTo: readonly string[] | null): DealQuery {
  const dayAfterLast = new Date(Date.parse(`${to}T12:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return {
    createdSince: momentOf(from, "00:00", timeZone),
    createdBefore: momentOf(dayAfterLast, "00:00", timeZone),
    ...(assignedTo !== null && { assignedTo }),
  };
}

/**
 * How many deals a report has to read, with those of the period before.
 *
 * @param assignedTo Portal user ids; null for all that the client's person may see.
 */
export async function countForReport(
  client: B24Client,
  period: ReportPeriod,
  assignedTo: readonly string[] | null,
  options?: CallOptions,
): Promise<{ now: number; before: number }> {
  const count = (days: { from: string; to: string }) =>
    countDeals(client, dealQueryOf({ ...period, ...days }, assignedTo), options);
  const [now, before] = await Promise.all([count(period), count(daysBefore(period))]);
  return { now, before };
}

/**
 * Reads what a report needs, with the rights that the client has.
 *
 * @param options.onStep Told how far it has come, with each page.
 * @throws B24Error of the page that failed.
 */
export async function gatherReport(
  client: B24Client,
  { period, assignedTo, stages }: { period: ReportPeriod; assignedTo: readonly string[] | null; stages: Pipeline },
  { onStep, ...options }: CallOptions & { onStep?: (step: ReportStep) => void } = {},
): Promise<GatheredReport> {
  const readAll = async (days: { from: string; to: string }, onProgress: (read: number) => void) => {
    const deals: ReportDeal[] = [];
    const wanted = dealQueryOf({ ...period, ...days }, assignedTo);
    for await (const deal of readDeals(client, wanted, { ...options, onProgress })) deals.push(reportDeal(deal));
    return deals;
  };
  const deals = await readAll(period, (read) => onStep?.({ step: "deals", read }));
  const before = await readAll(daysBefore(period), () => onStep?.({ step: "moves", read: deals.length }));
  const { createdSince = "" } = dealQueryOf(period, assignedTo);
  const asked = deals.length >= MANY_DEALS ? { since: createdSince } : { dealIds: deals.map(({ id }) => id) };
  const own = new Set(deals.map(({ id }) => id));
  const moves: ReportMove[] = [];
  for await (const { dealId, stageId } of readStageMoves(client, asked, options)) {
    if (own.has(dealId)) moves.push({ dealId, stageId });
    if (moves.length % MANY_DEALS === 0) onStep?.({ step: "moves", read: deals.length });
  }
  return { report: buildReport({ deals, before, moves, pipeline: stages }), deals };
}

/** Only what is counted is kept: there may be tens of thousands. */
const reportDeal = ({ id, title, amount, currency, stageId, assignedById, createdAt }: ReportDeal): ReportDeal => ({
  id,
  title,
  amount,
  currency,
  stageId,
  assignedById,
  createdAt,
});
