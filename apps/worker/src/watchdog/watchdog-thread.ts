import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";

import { createLogger } from "@botdeck/telemetry";

export type WatchdogTask = { shared: Int32Array<SharedArrayBuffer>; limitMs: number };

const LOOK_EVERY_MS = 250;
const STDOUT = 1;

const { shared, limitMs } = workerData as WatchdogTask; // safe: given by watchdog.ts
// The main thread writes no more, so the line goes out from here, whole, before the end.
const logger = createLogger({ name: "worker", level: "fatal", write: (line) => void writeSync(STDOUT, line) });

/** Nobody wakes who waits on it. */
const never = new Int32Array(new SharedArrayBuffer(4));
let moves = 0;
let looks = 0;
for (;;) {
  Atomics.wait(never, 0, 0, LOOK_EVERY_MS);
  const isWatching = Atomics.load(shared, 1) > 0;
  const movesNow = Atomics.load(shared, 0);
  // Counted by looks and not by a clock: a process that was stopped as a whole is not to blame for the time that passed.
  looks = isWatching && movesNow === moves ? looks + 1 : 0;
  moves = movesNow;
  if (looks * LOOK_EVERY_MS >= limitMs) {
    logger.fatal({ limitMs }, "worker ends itself: a handler does not let go of it");
    process.kill(process.pid, "SIGKILL");
  }
}
