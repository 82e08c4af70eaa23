import { existsSync } from "node:fs";

import { FLOWS_TASK_QUEUE } from "@botdeck/contracts";
import { messageOf, pauseFor } from "@botdeck/core";
import type { Logger } from "@botdeck/telemetry";
import { NativeConnection, Worker, type WorkerOptions } from "@temporalio/worker";

import { WORKFLOW_BUNDLE } from "./workflow-bundle.ts";

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 5_000;

type Options = {
  address: string;
  namespace: string;
  activities: object;
  /** A bundle built beforehand (`pnpm build`), which saves some seconds at start. */
  bundlePath?: string | undefined;
  logger: Logger;
};

export type Flows = {
  isReady(): boolean;
  stop(): Promise<void>;
};

/**
 * Runs workflows and their activities, for as long as the process lives: a Temporal server that is not there yet, or
 * went away for good and came back, is connected to again.
 */
export function runFlows({ address, namespace, activities, bundlePath, logger }: Options): Flows {
  const stopping = new AbortController();
  let worker: Worker | null = null;

  const { workflowsPath, ...bundlerOptions } = WORKFLOW_BUNDLE;
  const source: Pick<WorkerOptions, "workflowBundle" | "workflowsPath" | "bundlerOptions"> =
    bundlePath !== undefined && existsSync(bundlePath)
      ? { workflowBundle: { codePath: bundlePath } }
      : { workflowsPath, bundlerOptions };

  async function connectAndRun(): Promise<void> {
    const connection = await NativeConnection.connect({ address });
    try {
      worker = await Worker.create({
        connection,
        namespace,
        taskQueue: FLOWS_TASK_QUEUE,
        activities,
        ...source,
        shutdownGraceTime: "5 s",
        shutdownForceTime: "8 s",
        maxConcurrentActivityTaskExecutions: 50,
        maxConcurrentWorkflowTaskExecutions: 40,
        maxCachedWorkflows: 300,
        // A person waits for the flow: a worker that died is not waited for as long as by default (10 s).
        stickyQueueScheduleToStartTimeout: "3 s",
      });
      logger.info({ namespace }, "flows run");
      if (!stopping.signal.aborted) await worker.run();
    } finally {
      worker = null;
      await connection.close();
    }
  }

  async function keepRunning(): Promise<void> {
    for (let delayMs = FIRST_RETRY_MS; !stopping.signal.aborted; delayMs = Math.min(delayMs * 2, LONGEST_RETRY_MS)) {
      try {
        await connectAndRun();
        delayMs = FIRST_RETRY_MS;
      } catch (error) {
        logger.warn({ reason: messageOf(error), retryInMs: delayMs }, "Temporal is away: flows wait");
      }
      await pauseFor(delayMs, stopping.signal);
    }
  }

  const running = keepRunning();
  return {
    isReady: () => worker?.getState() === "RUNNING",
    async stop() {
      stopping.abort();
      if (worker?.getState() === "RUNNING") worker.shutdown();
      await running;
    },
  };
}
