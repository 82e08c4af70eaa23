import { createDrillPortal } from "../drill-portal.ts";
import { openDrillOutbox } from "../drill-outbox.ts";
import { createSeededRandom } from "../seeded-random.ts";
import { startStack } from "../stack/start-stack.ts";
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
  signal: AbortSignal;
  onRun: (run: ReturnCrashRun) => void;
}): Promise<ReturnCrashRun[]> {
  const stack = await startStack({ ...options, gateways: 1, workers: 1, withTemporal: true, portalLimit: "50/2" });
  const outbox = openDrillOutbox(stack.databaseUrl);
  let isKept = false;
  try {
    const portal = createDrillPortal(stack.emulatorUrl);
    await portal.waitForBot();
    await outbox.waitUntilInstalled();
    await stack.connectOrders();
    // The greeting of a first visit belongs to no return.
    await portal.write(await portal.openDialog(), { text: "hello" });
    await portal.settle(await portal.openDialog());
    const runs: ReturnCrashRun[] = [];
    for (let run = 1; run <= options.times; run++) {
      options.signal.throwIfAborted();
      const seed = options.seed + run - 1;
      const kills = planKills(STEPS, createSeededRandom(seed));
      const result = await playReturn({ stack, portal, outbox }, kills);
      const told = { run, seed, ...result, kills: kills.map(describeKill) };
      options.onRun(told);
      runs.push(told);
      // What comes after a broken promise would be counted against it.
      if (result.lost + result.duplicated + result.reordered > 0) break;
    }
    isKept = runs.every(({ lost, duplicated, reordered }) => lost + duplicated + reordered === 0);
    return runs;
  } finally {
    await outbox.close();
    const keepFolder = !isKept && !options.signal.aborted;
    if (keepFolder) options.report(`A promise broke; data and logs are kept: ${stack.logs}`);
    await stack.stop({ keepFolder });
  }
}

function describeKill({ target, afterMs, isMidSend }: ReturnType<typeof planKills>[number]): string {
  return isMidSend ? `${target} mid-send` : `${target}@${afterMs}ms`;
}
