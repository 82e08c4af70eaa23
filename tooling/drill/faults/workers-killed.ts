import { setTimeout as pause } from "node:timers/promises";

import { LEASE_MS } from "@botdeck/db";
import type { CrashPoint } from "@botdeck/telemetry";

import { type Fault, promise, promiseNoneDead, promiseNoneRefused } from "../fault.ts";
import { crashAt } from "../stack/crash-at.ts";

/** Beyond every lease that a frozen worker may hold. */
const FROZEN_MS = LEASE_MS + 5_000;

/** Rows 4 and 5, at a random moment: all workers are killed at once in the middle of their work. */
const killAll: Fault = {
  name: "workers-kill-all",
  async run({ stack, underLoad, random }) {
    const outcome = await underLoad({}, async (load) => {
      await load.until(0.3 + random() * 0.1);
      await Promise.all(stack.workers.map((worker) => worker.kill()));
      await load.until(0.5);
      await Promise.all(stack.workers.map((worker) => worker.start()));
    });
    promiseNoneRefused(outcome);
    promiseNoneDead(outcome);
    return outcome;
  },
};

/**
 * Rows 4 and 5: a worker dies at a named place. Before the portal was called nothing is in doubt; after it, the doubt is
 * settled by looking, and the portal has the reply once.
 */
const crash = (name: string, point: CrashPoint): Fault => ({
  name,
  async run({ stack, underLoad, random }) {
    const outcome = await underLoad({ messages: null }, async () => {
      await crashAt(stack.workers[0], point, 2 + Math.floor(random() * 10));
    });
    promiseNoneRefused(outcome);
    promiseNoneDead(outcome);
    promise(
      outcome,
      outcome.inDoubt === 0,
      `${outcome.inDoubt} replies too many or too few, though the dialog can be read`,
    );
    return outcome;
  },
});

/** Row 6: a worker stands still past its leases and then goes on as if nothing had happened. */
const frozen: Fault = {
  name: "worker-frozen",
  async run({ stack, underLoad }) {
    const [victim] = stack.workers;
    const outcome = await underLoad({ perSecond: 10, messages: null }, async () => {
      await pause(1_500);
      victim.freeze();
      await pause(FROZEN_MS);
      victim.thaw();
      await pause(2_000);
    });
    promiseNoneRefused(outcome);
    promiseNoneDead(outcome);
    return outcome;
  },
};

export const workersKilled: readonly Fault[] = [
  killAll,
  crash("worker-crash-before-handle", "worker.before_handle"),
  crash("worker-crash-after-handle", "worker.after_handle_commit"),
  crash("worker-crash-before-sending", "worker.before_sending"),
  crash("worker-crash-before-call", "worker.after_sending_before_call"),
  crash("worker-crash-after-call", "worker.after_call_before_settle"),
  frozen,
];
