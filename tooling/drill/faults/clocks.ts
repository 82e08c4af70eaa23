import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";

import { type Fault, promise, promiseNoneDead, promiseNoneRefused } from "../fault.ts";

const HOUR_MS = 3_600_000;
const SHIFTED_CLOCK = pathToFileURL(join(import.meta.dirname, "../stack/shifted-clock.mjs")).href;

/**
 * Row 18: one worker's clock is an hour ahead, another's an hour behind, a gateway's ten minutes. Leases go by the
 * database's clock, so nobody is rescued too early and nothing stays.
 *
 * The programs are given a wrong clock by a module that is loaded before them; the system's own clock, and so the
 * database's, stays right.
 */
const wrong: Fault = {
  name: "clocks-wrong",
  async run({ stack, underLoad }) {
    const shifted = (shiftMs: number) => ({
      NODE_OPTIONS: `--import ${SHIFTED_CLOCK}`,
      DRILL_CLOCK_SHIFT_MS: String(shiftMs),
    });
    const [ahead, behind] = stack.workers;
    const gateway = stack.gateways[1] ?? stack.gateways[0];
    const changed = [
      { part: ahead, shiftMs: HOUR_MS },
      ...(behind === undefined ? [] : [{ part: behind, shiftMs: -HOUR_MS }]),
      { part: gateway, shiftMs: HOUR_MS / 6 },
    ];
    const outcome = await underLoad({ perSecond: 15, messages: null }, async () => {
      for (const { part, shiftMs } of changed) {
        await part.terminate();
        await part.start(shifted(shiftMs));
      }
      await pause(4_000);
      // One dies with the wrong time in its leases.
      await ahead.kill();
      await pause(1_000);
      await ahead.start(shifted(-HOUR_MS));
      await pause(3_000);
      for (const { part } of changed) {
        await part.terminate();
        await part.start();
      }
    });
    promiseNoneRefused(outcome);
    promiseNoneDead(outcome);
    promise(outcome, outcome.inDoubt === 0, `${outcome.inDoubt} replies too many or too few`);
    return outcome;
  },
};

export const clocks: readonly Fault[] = [wrong];
