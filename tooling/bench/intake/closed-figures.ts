import { atLeast, atMost, type Figure } from "../figures.ts";
import { median, medianRatio } from "../statistics.ts";
import type { Run } from "./measure-intake.ts";
import { type Side, SIDES } from "./sides.ts";

/** The runs of all sides with so many connections that each send their next event after an answer. */
export type Closed = { connections: number; runs: Record<Side, Run[]> };

/** Rates and slowest answers beside each other. */
export function closedFigures({ connections, runs }: Closed): Figure[] {
  const isMany = connections === 128;
  const rates = (side: Side) => runs[side].map(({ perSecond }) => perSecond);
  const slowest = (side: Side) => runs[side].map(({ p99Ms }) => p99Ms);
  const at = `At${connections}`;
  return [
    atLeast(`vsInsertPerRequest${at}`, medianRatio(rates("own"), rates("insertPerRequest")), "x", isMany ? 2.1 : 1.8),
    atMost(
      `p99VsInsertPerRequest${at}`,
      medianRatio(slowest("own"), slowest("insertPerRequest")),
      "x",
      isMany ? 0.45 : 0.7,
    ),
    atLeast(`vsSelectInsert${at}`, medianRatio(rates("own"), rates("selectInsert")), "x", isMany ? null : 4),
    atLeast(`vsNoStore${at}`, medianRatio(rates("own"), rates("noStore")), "x", isMany ? null : 0.6),
    ...SIDES.map((side) => atLeast(`${side}PerSecond${at}`, median(rates(side)), "events/s", null)),
    ...SIDES.map((side) => atMost(`${side}P99Ms${at}`, median(slowest(side)), "ms", null)),
  ];
}

/** What an event costs, whatever else the machine does. */
export function cpuFigures(runs: Record<Side, Run[]>): Figure[] {
  const cost = (side: Side) => runs[side].map(({ programCpuUs, postgresCpuUs }) => programCpuUs + postgresCpuUs);
  return [
    atMost("cpuUsPerEvent", median(cost("own")), "us", 170),
    atMost("nodeCpuUsPerEvent", median(runs.own.map(({ programCpuUs }) => programCpuUs)), "us", null),
    atMost("postgresCpuUsPerEvent", median(runs.own.map(({ postgresCpuUs }) => postgresCpuUs)), "us", null),
    atMost("cpuVsInsertPerRequest", medianRatio(cost("own"), cost("insertPerRequest")), "x", 0.5),
    atMost("insertPerRequestCpuUsPerEvent", median(cost("insertPerRequest")), "us", null),
    atMost("noStoreCpuUsPerEvent", median(cost("noStore")), "us", null),
  ];
}
