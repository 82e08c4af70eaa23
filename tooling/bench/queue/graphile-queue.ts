import { Logger, makeWorkerUtils, run, type Runner } from "graphile-worker";

import type { JobQueue } from "./job-queue.ts";

const TASK = "nothing";
const CONCURRENCY = 24;
const POOL = 10;
const quiet = new Logger(() => () => {});

/** How it is meant to be used without a word, and tuned for rate as its own performance test does. */
export const GRAPHILE_TUNED = { localQueue: { size: 500, refetchDelay: { durationMs: 10 } }, completeJobBatchDelay: 0 };
export const GRAPHILE_DEFAULT = {};

/** graphile-worker over a database of its own. */
export async function openGraphileQueue(
  connectionString: string,
  tuning: typeof GRAPHILE_TUNED | typeof GRAPHILE_DEFAULT,
): Promise<JobQueue> {
  const utils = await makeWorkerUtils({ connectionString, logger: quiet });
  await utils.migrate();
  let runner: Runner | null = null;
  return {
    addOne: (job) => utils.addJob(TASK, { job }),
    addMany: (jobs) => utils.addJobs(jobs.map((job) => ({ identifier: TASK, payload: { job } }))),
    async work(onStart) {
      const taskList = { [TASK]: (payload: unknown) => onStart((payload as { job: number }).job) }; // safe: made above
      const worker = { connectionString, concurrentJobs: CONCURRENCY, maxPoolSize: POOL, logger: quiet, ...tuning };
      runner = await run({ taskList, noHandleSignals: true, preset: { worker } });
    },
    async close() {
      await runner?.stop();
      await utils.release();
    },
  };
}
