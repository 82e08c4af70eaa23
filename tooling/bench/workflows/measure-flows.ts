import type { WorkflowHandle } from "@temporalio/client";

import type { FlowSide } from "./flow-side.ts";

/** Flows that a client starts, answers or waits for at once. */
const IN_FLIGHT = 20;

export type FlowRun = { startsPerSecond: number; flowsPerSecond: number; outcomes: Map<string, number> };

/** Starts flows as fast as the server takes them, then answers all and waits for their ends. */
export async function measureFlows(side: FlowSide, count: number): Promise<FlowRun> {
  await side.prepare(count);
  const flows: WorkflowHandle[] = [];
  const outcomes = new Map<string, number>();
  const startedAt = performance.now();
  await inFlight(count, async () => void flows.push(await side.start()));
  const startS = (performance.now() - startedAt) / 1_000;

  await inFlight(count, async () => {
    const flow = flows.pop();
    if (flow === undefined) return;
    await side.answer(flow);
    const outcome = String(await flow.result());
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  });
  const wholeS = (performance.now() - startedAt) / 1_000;
  return { startsPerSecond: count / startS, flowsPerSecond: count / wholeS, outcomes };
}

async function inFlight(count: number, doOne: () => Promise<void>): Promise<void> {
  let left = count;
  const runOne = async () => {
    while (left-- > 0) await doOne();
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, runOne));
}
