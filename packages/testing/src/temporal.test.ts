import { fileURLToPath } from "node:url";

import { Worker } from "@temporalio/worker";
import { describe, expect, test } from "vitest";

import { withWorkflowClock } from "./temporal.ts";
import { ENVIRONMENTS, type EnvironmentKind } from "./workflow-clock/environments.ts";
import { remindersQuery, twoReminders } from "./workflow-clock/two-reminders.ts";

const DAY_MS = 86_400_000;
const workflowsPath = fileURLToPath(new URL("./workflow-clock/two-reminders.ts", import.meta.url));

const available: EnvironmentKind[] = [];
for (const kind of Object.keys(ENVIRONMENTS) as EnvironmentKind[]) {
  const environment = await ENVIRONMENTS[kind](process.env).catch(() => null);
  if (environment !== null) available.push(kind);
  await environment?.teardown();
}

test("this machine has at least one way to move time in workflow tests", () => {
  expect(available.length).toBeGreaterThan(0);
});

describe.each(available)("%s", (kind) => {
  test("a reminder goes out when its day has come and not before", async () => {
    await withWorkflowClock(
      async (clock) => {
        const worker = await Worker.create({
          connection: clock.nativeConnection,
          namespace: clock.namespace,
          taskQueue: "clock",
          workflowsPath,
        });
        await worker.runUntil(async () => {
          const handle = await clock.client.workflow.start(twoReminders, {
            taskQueue: "clock",
            workflowId: "two-reminders",
            args: [{ firstAfterMs: clock.scaleMs(2 * DAY_MS), secondAfterMs: clock.scaleMs(4 * DAY_MS) }],
          });
          expect(await handle.query(remindersQuery)).toEqual([]);
          await clock.advance(3.5 * DAY_MS);
          expect(await handle.query(remindersQuery)).toEqual(["first"]);
          expect(await handle.result()).toEqual(["first", "second"]);
        });
      },
      { kind, keywordAttributes: ["BotStage"] },
    );
  });
});
