import { Worker } from "node:worker_threads";

import type { WatchdogTask } from "./watchdog-thread.ts";

/** How often the main thread says that it moves, in milliseconds. */
const TICK_MS = 250;

export type Watchdog = {
  /** Runs work that must not hold the main thread; nothing is watched while there is none. */
  watch<Result>(work: () => Promise<Result>): Promise<Result>;
  stop(): Promise<void>;
};

/**
 * Ends the process when the main thread has not moved for a while as it ran watched work: a handler that loops for ever can be
 * stopped in no other way. What it held is taken over when its lease ends, and the supervisor starts the process again.
 *
 * @param limitMs How long it may stand still.
 */
export function startWatchdog(limitMs: number): Watchdog {
  /** How often the main thread moved, and how many pieces of work it has. */
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const task: WatchdogTask = { shared, limitMs };
  const thread = new Worker(new URL("watchdog-thread.ts", import.meta.url), { workerData: task, execArgv: [] });
  thread.unref();
  const ticking = setInterval(() => void Atomics.add(shared, 0, 1), TICK_MS);
  ticking.unref();

  return {
    async watch(work) {
      Atomics.add(shared, 0, 1);
      Atomics.add(shared, 1, 1);
      try {
        return await work();
      } finally {
        Atomics.sub(shared, 1, 1);
      }
    },
    async stop() {
      clearInterval(ticking);
      await thread.terminate();
    },
  };
}
