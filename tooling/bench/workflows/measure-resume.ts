import { setTimeout as pause } from "node:timers/promises";

import type { Client, WorkflowHandle } from "@temporalio/client";
import { FLOWS_TASK_QUEUE, PRODUCT_RETURN } from "@botdeck/contracts";
import { waitUntil } from "@botdeck/local-stack";

import { countRows } from "../count-rows.ts";
import type { Origins } from "./flow-origins.ts";

/** The timer of the flow runs out while the server is away. */
const REMINDER_MS = 3_000;
const AWAY_MS = 5_000;
const TIMEOUT_MS = 60_000;

/** A process that is killed, and started again. */
export type Part = { kill(): Promise<void>; start(): Promise<void> };

/**
 * Kills the server while a flow waits for its client, lets the reminder's time run out, and starts the server again.
 *
 * @param worker Killed and started together with the server; null when it stays up.
 * @returns Milliseconds from the new server's start to the reminder in our outbox.
 */
export async function measureResume(
  client: Client,
  {
    databaseUrl,
    origins,
    server,
    worker,
  }: { databaseUrl: string; origins: Origins; server: Part; worker: Part | null },
): Promise<number> {
  await origins.make(1);
  const { workflowId, input } = origins.take({ reminderMs: REMINDER_MS });
  const said = () => countRows(databaseUrl, "outbox_effect", `key like '${workflowId}:%'`);
  const flow = await client.workflow.start(PRODUCT_RETURN, { taskQueue: FLOWS_TASK_QUEUE, workflowId, args: [input] });
  if (!(await waitUntil(() => hasTimer(flow), { timeoutMs: TIMEOUT_MS, everyMs: 20 }))) return Number.NaN;
  await Promise.all([server.kill(), worker?.kill()]);
  await pause(AWAY_MS);
  const startedAt = performance.now();
  const spawned = Promise.all([server.start(), worker?.start()]);
  const isReminded = await waitUntil(async () => (await said()) === 2, { timeoutMs: TIMEOUT_MS, everyMs: 10 });
  const tookMs = performance.now() - startedAt;
  await spawned;
  await flow.terminate("measured");
  return isReminded ? tookMs : Number.NaN;
}

/** True once the server has the timer: a flow that was still telling it so would begin to wait only when the server is back. */
async function hasTimer(flow: WorkflowHandle): Promise<boolean> {
  const { events } = await flow.fetchHistory();
  return events?.some(({ timerStartedEventAttributes }) => timerStartedEventAttributes != null) ?? false;
}
