import { setTimeout as pause } from "node:timers/promises";

import { type Fault, promiseNoneDead } from "../fault.ts";
import type { Part } from "../stack/part.ts";
import type { Stack } from "../stack/start-stack.ts";
import { type Blow, planBlows } from "./plan-blows.ts";

const LOAD_PER_SECOND = 20;
const START_TRIES = 10;

/**
 * For a minute (--long: 20) something is killed every few hundred milliseconds: a gateway, a worker, Postgres, Temporal. The seed
 * repeats the plan; what meets what is still chance.
 */
const killer: Fault = {
  name: "random-killer",
  withTemporal: true,
  async run({ stack, underLoad, isLong, random, report }) {
    const blows = planBlows(random, {
      forMs: isLong ? 1_200_000 : 60_000,
      gateways: stack.gateways.length,
      workers: stack.workers.length,
    });
    const outcome = await underLoad({ perSecond: LOAD_PER_SECOND, messages: null, isRepeated: true }, async () => {
      const startedAt = performance.now();
      const away = new Map<string, Promise<void>>();
      const failures: unknown[] = [];
      for (const blow of blows) {
        await pause(Math.max(0, blow.atMs - (performance.now() - startedAt)));
        // Who is down already is left alone.
        if (away.has(blow.target)) continue;
        const struck = strike(stack, blow)
          .catch((error: unknown) => void failures.push(error))
          .finally(() => away.delete(blow.target));
        away.set(blow.target, struck);
      }
      await Promise.all(away.values());
      if (failures.length > 0) throw failures[0];
      report(`${blows.length} blows planned, the last after ${Math.round((blows.at(-1)?.atMs ?? 0) / 1_000)} s`);
    });
    promiseNoneDead(outcome);
    return outcome;
  },
};

async function strike({ postgres, temporal, gateways, workers }: Stack, { target, awayMs }: Blow): Promise<void> {
  if (target === "postgres") return await postgres.restart("immediate", awayMs);
  const part = target === "temporal" ? temporal : [...gateways, ...workers].find(({ name }) => name === target);
  if (!part) return;
  await part.kill();
  await pause(awayMs);
  await startAgain(part);
}

/** As a supervisor does: a worker that finds no Postgres ends, and is started once more. */
async function startAgain(part: Part): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await part.start();
      return;
    } catch (error) {
      if (tries === START_TRIES) throw error;
      await pause(500);
    }
  }
}

export const randomKiller: readonly Fault[] = [killer];
