import { setTimeout as pause } from "node:timers/promises";

import { waitUntil } from "@botdeck/local-stack";
import { z } from "zod";

import { percentile } from "../statistics.ts";
import { openBossQueue } from "./boss-queue.ts";
import { GRAPHILE_DEFAULT, GRAPHILE_TUNED, openGraphileQueue } from "./graphile-queue.ts";
import type { JobQueue } from "./job-queue.ts";
import { type Peer, PeerTask, type QueueOutcome } from "./queue-task.ts";

const PROCESS_TIMEOUT_MS = 120_000;

const OPEN: Record<Peer, (databaseUrl: string) => Promise<JobQueue>> = {
  graphileTuned: (url) => openGraphileQueue(url, GRAPHILE_TUNED),
  graphileDefault: (url) => openGraphileQueue(url, GRAPHILE_DEFAULT),
  bossFetch: (url) => openBossQueue(url, "fetch"),
  bossWork: (url) => openBossQueue(url, "work"),
};

async function run({ peer, databaseUrl, work }: PeerTask): Promise<QueueOutcome> {
  const queue = await OPEN[peer](databaseUrl);
  let next = 0;

  const addUntil = performance.now() + work.addMs;
  const addCaller = async () => {
    while (performance.now() < addUntil) await queue.addOne(next++);
  };
  await Promise.all(Array.from({ length: work.callers }, addCaller));
  const addPerSecond = (next / work.addMs) * 1_000;

  const bulkFrom = performance.now();
  for (let added = 0; added < work.bulkJobs; added += work.bulkSize) {
    await queue.addMany(Array.from({ length: work.bulkSize }, () => next++));
  }
  const bulkPerSecond = (work.bulkJobs / (performance.now() - bulkFrom)) * 1_000;

  const startedAt = new Map<number, number>();
  await queue.work((job) => void startedAt.set(job, performance.now()));
  await waitUntil(() => Promise.resolve(startedAt.size >= next), { timeoutMs: PROCESS_TIMEOUT_MS, everyMs: 20 });
  if (startedAt.size < next)
    throw new Error(`${peer} took ${startedAt.size} of ${next} jobs in ${PROCESS_TIMEOUT_MS} ms`);
  const starts = [...startedAt.values()];
  const processPerSecond = (next / (Math.max(...bounds(starts)) - Math.min(...bounds(starts)))) * 1_000;

  const waits: number[] = [];
  for (let job = 0; job < work.startJobs; job++) {
    const number = next++;
    const addedAt = performance.now();
    await queue.addOne(number);
    await pause(work.startEveryMs);
    await waitUntil(() => Promise.resolve(startedAt.has(number)), { timeoutMs: 10_000, everyMs: 5 });
    waits.push((startedAt.get(number) ?? Number.NaN) - addedAt);
  }
  await queue.close();
  return {
    addPerSecond,
    bulkPerSecond,
    processPerSecond,
    startP50Ms: percentile(waits, 0.5),
    startP99Ms: percentile(waits, 0.99),
  };
}

/** First and last: a spread of tens of thousands of arguments is more than a call takes. */
const bounds = (values: readonly number[]): [number, number] =>
  values.reduce<[number, number]>(
    ([low, high], each) => [Math.min(low, each), Math.max(high, each)],
    [Infinity, -Infinity],
  );

// Run as a program: one peer, in a process of its own.
const task = PeerTask.parse(JSON.parse(z.string().parse(process.argv[2])));
process.stdout.write(`${JSON.stringify(await run(task))}\n`);
process.exit();
