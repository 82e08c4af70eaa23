import { fileURLToPath } from "node:url";

import type { FlowOrigin } from "@botdeck/contracts";
import { withWorkflowClock, type WorkflowClock } from "@botdeck/testing/temporal";
import type { WorkflowHandle } from "@temporalio/client";
import { bundleWorkflowCode, Worker, type WorkflowBundle } from "@temporalio/worker";

import { WORKFLOW_BUNDLE } from "../temporal/workflow-bundle.ts";
import { type Remembering, remembering } from "./remembering.ts";

const QUEUE = "test";
const ID = "01a1fdd1-e5c6-775c-95d4-e7dfc6bd2fec";

export const HOUR_MS = 3_600_000;

export const ORIGIN: FlowOrigin = {
  portalId: ID,
  botId: ID,
  conversationId: ID,
  dialog: { id: "chat1", chatId: "1", type: "open_line", title: "", entityId: "livechat|1|67|101" },
  personName: "A client",
  botName: "The bot",
};

/** A test's bundle, by the name of its entry. */
export function bundleOf(entry: string): Promise<WorkflowBundle> {
  const workflowsPath = fileURLToPath(new URL(`../workflows/testing/${entry}`, import.meta.url));
  return bundleWorkflowCode({ ...WORKFLOW_BUNDLE, workflowsPath });
}

export type Stage = {
  clock: WorkflowClock;
  world: Remembering;
  start(workflow: string, input: object, name?: string): Promise<WorkflowHandle>;
};

/**
 * Plays against a worker. It keeps no workflow in memory: each step is begun from the history, as by a worker that was
 * started a moment ago, so whatever a test shows holds after an outage at any step.
 *
 * @param options.maxCachedWorkflows More than 0 for a talk of so many steps that reading them anew each time takes too long.
 */
export async function play(
  workflowBundle: WorkflowBundle,
  talk: (stage: Stage) => Promise<void>,
  { maxCachedWorkflows = 0 } = {},
): Promise<void> {
  await withWorkflowClock(async (clock) => {
    const world = remembering();
    const worker = await Worker.create({
      connection: clock.nativeConnection,
      namespace: clock.namespace,
      taskQueue: QUEUE,
      workflowBundle,
      activities: world.activities,
      maxCachedWorkflows,
    });
    const run = Date.now();
    const start: Stage["start"] = (workflow, input, name = "one") =>
      clock.client.workflow.start(workflow, { taskQueue: QUEUE, workflowId: `${run}-${name}`, args: [input] });
    await worker.runUntil(talk({ clock, world, start }));
  });
}
