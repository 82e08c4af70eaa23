import { type Fault, promiseNoneDead, promiseNoneRefused } from "../fault.ts";

/** Rows 4 and 5, at a random moment: all workers are killed at once in the middle of their work. */
const workersKill: Fault = {
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

export const workersKilled: readonly Fault[] = [workersKill];
