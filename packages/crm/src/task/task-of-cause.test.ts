import { createB24Client, createLocalBudget } from "@botdeck/b24-client";
import { createFakePortal } from "@botdeck/b24-client/testing";
import { expect, test } from "vitest";

import { commentTask } from "./comment-task.ts";
import { isTaskCompleted } from "./is-task-completed.ts";

const WEBHOOK = { kind: "webhook", url: "https://demo.bitrix24.example/rest/1/democode/" } as const;

/** A portal that takes filters as a mere hint, with the task of "mine" and another one. */
function setup(status: string) {
  const tasks = [
    { id: "8", xmlId: "another", status: "5" },
    { id: "7", xmlId: "mine", status },
  ];
  const portal = createFakePortal({ "tasks.task.list": () => ({ tasks }), "task.commentitem.add": () => "31" });
  const client = createB24Client({ portal: WEBHOOK, transport: portal.transport, budget: createLocalBudget() });
  return { client, requests: portal.requests };
}

test.each([
  ["5", true],
  ["3", false],
])("a task in status %s is completed: %s", async (status, isCompleted) => {
  expect(await isTaskCompleted(setup(status).client, "mine")).toBe(isCompleted);
  expect(await isTaskCompleted(setup(status).client, "unknown")).toBe(false);
});

test("a comment goes to the task of the cause, and to no other", async () => {
  const { client, requests } = setup("3");
  expect(await commentTask(client, { originId: "mine", text: "Approved" })).toBe("31");
  expect(requests.at(-1)).toMatchObject({ method: "task.commentitem.add", params: { TASKID: "7" } });
  await expect(commentTask(client, { originId: "unknown", text: "x" })).rejects.toMatchObject({ code: "not_found" });
});
