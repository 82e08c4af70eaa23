import { openDrillOutbox } from "../drill-outbox.ts";
import { createSeededRandom } from "../seeded-random.ts";
import { startStack } from "../stack/start-stack.ts";
import type { FlowScript } from "./flow-script.ts";
import { planFlowKills } from "./kill-plan.ts";
import { createOfficePortal } from "./office-portal.ts";
import { type FlowResult, playScript } from "./play-script.ts";

const FIGURES = ["lost", "duplicated", "reordered"] as const;

type Options = { seed: number; times: number; isJson: boolean };

/**
 * Plays a flow again and again while the worker, Temporal or Postgres is killed at every step. Promise: nothing lost, nothing twice,
 * in order.
 *
 * @returns True when every run kept the promises.
 */
export async function runFlowCrash(
  script: FlowScript,
  { seed, times, isJson }: Options,
  signal: AbortSignal,
): Promise<boolean> {
  const report = (line: string) => void process.stderr.write(`${line}\n`);
  const print = (facts: object) => void process.stdout.write(`${JSON.stringify(facts)}\n`);
  const stack = await startStack({ gateways: 1, workers: 1, withTemporal: true, portalLimit: "50/2", report, signal });
  const outbox = openDrillOutbox(stack.databaseUrl);
  const results: FlowResult[] = [];
  try {
    const portal = createOfficePortal(stack.emulatorUrl, script.botName);
    await portal.waitForBot();
    await outbox.waitUntilInstalled();
    for (let run = 0; run < times; run++) {
      signal.throwIfAborted();
      const kills = planFlowKills(script.steps, run + seed, createSeededRandom(seed + run));
      const result = await playScript({ stack, portal, outbox }, script, run, kills);
      results.push(result);
      const targets = kills.map(({ target, afterMs }) => `${target}@${afterMs}ms`);
      if (isJson) print({ drill: script.name, run: run + 1, seed: seed + run, ...result, kills: targets });
      else process.stdout.write(`run ${run + 1}: ${JSON.stringify(result)} ${targets.join(", ")}\n`);
      // What comes after a broken promise would be counted against it.
      if (!isKept(result)) break;
    }
  } finally {
    await outbox.close();
    const keepFolder = !results.every(isKept) && !signal.aborted;
    if (keepFolder) report(`A promise broke; data and logs are kept: ${stack.logs}`);
    await stack.stop({ keepFolder });
  }
  for (const figure of FIGURES) {
    const value = results.reduce((sum, result) => sum + result[figure], 0);
    if (isJson) print({ bench: `drill-${script.name}`, figure, value, unit: "count", target: 0, better: "lower" });
  }
  const kept = results.filter(isKept).length;
  report(kept === times ? `${times} of ${times} runs kept the promises` : "a promise broke");
  return kept === times;
}

const isKept = ({ lost, duplicated, reordered, stuckAt }: FlowResult): boolean =>
  lost + duplicated + reordered === 0 && stuckAt === null;
