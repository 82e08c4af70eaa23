import { createDrillPortal } from "../drill-portal.ts";
import { startDrillStack } from "../drill-stack.ts";
import { createSeededRandom } from "../seeded-random.ts";
import { planKills } from "./kill-plan.ts";
import { playReturn, type ReturnResult, STEPS } from "./play-return.ts";

export type ReturnCrashRun = ReturnResult & { run: number; seed: number; kills: string[] };

/**
 * Returns that go from the first word to the manager's task while the worker and the Temporal server are killed at every
 * step. Promise: nothing lost, nothing twice, in order.
 */
export async function drillReturnCrash(options: {
  times: number;
  seed: number;
  report: (line: string) => void;
  onRun: (run: ReturnCrashRun) => void;
}): Promise<ReturnCrashRun[]> {
  const stack = await startDrillStack(options.report);
  try {
    const portal = createDrillPortal(stack.emulatorUrl);
    // The greeting of a first visit belongs to no return.
    await portal.write(await portal.openDialog(), { text: "hello" });
    await portal.settle(await portal.openDialog());
    const runs: ReturnCrashRun[] = [];
    for (let run = 1; run <= options.times; run++) {
      const seed = options.seed + run - 1;
      const kills = planKills(STEPS, createSeededRandom(seed));
      const result = await playReturn(stack, portal, kills);
      const told = { run, seed, ...result, kills: kills.map(describeKill) };
      options.onRun(told);
      runs.push(told);
    }
    return runs;
  } finally {
    await stack.stop();
  }
}

function describeKill({ target, afterMs, isMidSend }: ReturnType<typeof planKills>[number]): string {
  return `${target}@${afterMs}ms${isMidSend ? " mid-send" : ""}`;
}
