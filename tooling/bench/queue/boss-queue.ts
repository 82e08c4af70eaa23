import { PgBoss } from "pg-boss";

import type { JobQueue } from "./job-queue.ts";

const QUEUE = "nothing";
const BATCH = 100;
const LOOPS = 4;
const POOL = 10;
type Job = { job: number };

/**
 * pg-boss over a database of its own. `fetch` loops as fast as it can, which is its highest rate; `work` is woken by a
 * notice and takes full batches one after another, which is how a program uses it.
 */
export async function openBossQueue(connectionString: string, how: "work" | "fetch"): Promise<JobQueue> {
  const boss = new PgBoss({ connectionString, max: POOL, supervise: false, schedule: false, useListenNotify: true });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue(QUEUE, { notify: true });
  let isOpen = true;
  const loops: Promise<void>[] = [];

  async function fetchLoop(onStart: (job: number) => void): Promise<void> {
    while (isOpen) {
      const jobs = await boss.fetch<Job>(QUEUE, { batchSize: BATCH });
      for (const { data } of jobs) onStart(data.job);
      if (jobs.length > 0)
        await boss.complete(
          QUEUE,
          jobs.map(({ id }) => id),
        );
    }
  }

  return {
    addOne: (job) => boss.send(QUEUE, { job }),
    addMany: (jobs) =>
      boss.insert(
        QUEUE,
        jobs.map((job) => ({ data: { job } })),
      ),
    async work(onStart) {
      if (how === "fetch") {
        loops.push(...Array.from({ length: LOOPS }, () => fetchLoop(onStart)));
        return;
      }
      const options = { batchSize: BATCH, pollingIntervalSeconds: 0.5, burstWhenBatchFull: true };
      await boss.work<Job>(QUEUE, options, async (jobs) => {
        for (const { data } of jobs) onStart(data.job);
      });
    },
    async close() {
      isOpen = false;
      await Promise.all(loops);
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}
