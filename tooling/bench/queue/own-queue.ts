import { join } from "node:path";

import { connect } from "@botdeck/db";
import { waitUntil } from "@botdeck/local-stack";
import { z } from "zod";

import { addPortals, type BenchPortal } from "../bench-portals.ts";
import { countRows } from "../count-rows.ts";
import { runTask } from "../run-task.ts";
import type { Stage } from "../stage.ts";
import { startProgram } from "../start-program.ts";
import { percentile } from "../statistics.ts";
import type { QueueOutcome, QueueWork } from "./queue-task.ts";

const PORTALS = 20;
const DIALOGS = 1_000;
const PROCESS_TIMEOUT_MS = 120_000;
const ADDER = join(import.meta.dirname, "../../../apps/gateway/bench/add-events.ts");
const WAITING = "status in ('waiting', 'running')";

const Added = z.object({
  addPerSecond: z.number().nullable(),
  bulkPerSecond: z.number().nullable(),
  added: z.array(z.object({ key: z.string(), atMs: z.number() })),
  nextNumber: z.number(),
});

export type OwnOutcome = QueueOutcome & {
  /** Events that go through a conversation, each in a transaction that waits for the disk. */
  handledPerSecond: number;
};

export type OwnQueue = { run(work: QueueWork, handled: number): Promise<OwnOutcome> };

/**
 * Our inbox by the doors that production uses: added by the gateway's intake, in a process of its own, and taken by the
 * worker's runtime, in another. Jobs are events that no bot wants, of 1,000 dialogs in 20 portals.
 */
export async function openOwnQueue(stage: Stage, secretKey: string): Promise<OwnQueue> {
  const { databaseUrl } = stage;
  const clientEndpoint = "http://127.0.0.1:9/rest/";
  const bots = await addPortals({ databaseUrl, secretKey, count: PORTALS, clientEndpoint, botCode: "store" });
  let firstNumber = 0;

  async function add(task: object): Promise<z.output<typeof Added>> {
    const nothing = { single: null, bulk: null, spaced: null };
    const whole = {
      ...nothing,
      databaseUrl,
      bots: bots satisfies BenchPortal[],
      dialogs: DIALOGS,
      firstNumber,
      ...task,
    };
    const outcome = await runTask(ADDER, whole, Added);
    firstNumber = outcome.nextNumber;
    return outcome;
  }

  const startWorker = () =>
    startProgram({
      script: "apps/worker/src/main.ts",
      env: (port) => ({
        DATABASE_URL: databaseUrl,
        BOTDECK_SECRET_KEY: secretKey,
        WORKER_ROLES: "runtime",
        WORKER_HEALTH_PORT: String(port),
        GATEWAY_PUBLIC_URL: "http://127.0.0.1:9",
      }),
      logFile: join(stage.folder, "worker.log"),
    });

  /** Lets a worker take all that waits. @returns Events a second, by the first and the last end in the table. */
  async function drain(from: number): Promise<number> {
    const worker = await startWorker();
    try {
      await untilDone(databaseUrl);
    } finally {
      await worker.stop();
    }
    return settledPerSecond(databaseUrl, from);
  }

  return {
    async run({ callers, addMs, bulkJobs, bulkSize, startJobs, startEveryMs }, handled) {
      const first = firstNumber;
      const single = { callers, forMs: addMs };
      const { addPerSecond, bulkPerSecond } = await add({
        kind: "unwanted",
        single,
        bulk: { events: bulkJobs, size: bulkSize },
      });
      const processPerSecond = await drain(first);

      const worker = await startWorker();
      const spaced = { events: startJobs, everyMs: startEveryMs };
      const { added } = await add({ kind: "unwanted", spaced });
      await untilDone(databaseUrl);
      await worker.stop();
      const waits = await waitsOf(databaseUrl, added);

      const firstHandled = firstNumber;
      await add({ kind: "handled", bulk: { events: handled, size: bulkSize } });
      return {
        addPerSecond: addPerSecond ?? Number.NaN,
        bulkPerSecond: bulkPerSecond ?? Number.NaN,
        processPerSecond,
        startP50Ms: percentile(waits, 0.5),
        startP99Ms: percentile(waits, 0.99),
        handledPerSecond: await drain(firstHandled),
      };
    },
  };
}

async function untilDone(databaseUrl: string): Promise<void> {
  const isDone = async () => (await countRows(databaseUrl, "inbox_event", WAITING)) === 0;
  if (await waitUntil(isDone, { timeoutMs: PROCESS_TIMEOUT_MS, everyMs: 100 })) return;
  throw new Error(`Events still wait after ${PROCESS_TIMEOUT_MS} ms`);
}

async function settledPerSecond(databaseUrl: string, from: number): Promise<number> {
  const handle = connect(databaseUrl, { max: 1, applicationName: "botdeck-bench" });
  const [row] = await handle.sql<{ events: number; seconds: number }[]>`
    select count(*)::int as events, extract(epoch from max(settled_at) - min(settled_at))::float8 as seconds
    from inbox_event where split_part(dedupe_key, ':', 2)::int >= ${from}`;
  await handle.close();
  return (row?.events ?? 0) / (row?.seconds ?? Number.NaN);
}

/** From the call that added an event to its end, whose time is that at which its last statement began. */
async function waitsOf(databaseUrl: string, added: readonly { key: string; atMs: number }[]): Promise<number[]> {
  const handle = connect(databaseUrl, { max: 1, applicationName: "botdeck-bench" });
  const rows = await handle.sql<{ key: string; at_ms: number }[]>`
    select dedupe_key as key, extract(epoch from settled_at)::float8 * 1000 as at_ms
    from inbox_event where dedupe_key in ${handle.sql(added.map(({ key }) => key))}`;
  await handle.close();
  const settledAt = new Map(rows.map(({ key, at_ms }) => [key, at_ms]));
  return added.map(({ key, atMs }) => (settledAt.get(key) ?? Number.NaN) - atMs);
}
