import type { B24Client, CallOptions } from "@botdeck/b24-client";
import type { TaskChange } from "@botdeck/core";

import { isRefusal } from "../is-refusal.ts";
import { type PortalTask, readTask } from "./read-task.ts";
import { isWorkDone } from "./task-status.ts";
import { writeTaskComment } from "./write-comment.ts";

type Asked = { taskId: string; change: TaskChange };

/**
 * Changes a task with the rights of the client's person. What is so already stays so: completing what is done is no
 * error, and a repeat harmless, except of a comment.
 *
 * @returns The comment's id where the portal tells it; null for any other change.
 * @throws B24Error with the portal's words when the person may not, such as move a deadline that is not theirs to move.
 * @see Bitrix24 docs: tasks/tasks-task-complete, -renew, -update, -delegate
 */
export async function changeTask(
  client: B24Client,
  { taskId, change }: Asked,
  options?: CallOptions,
): Promise<string | null> {
  if (change.kind === "comment") return writeTaskComment(client, { taskId, text: change.text }, options);
  try {
    await apply(client, taskId, change, options);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const task = await readTask(client, taskId, options);
    if (task === null || !isSo(task, change)) throw error;
  }
  return null;
}

async function apply(
  client: B24Client,
  taskId: string,
  change: Exclude<TaskChange, { kind: "comment" }>,
  options?: CallOptions,
): Promise<void> {
  switch (change.kind) {
    case "complete":
      await client.call("tasks.task.complete", { taskId }, options);
      return;
    case "renew":
      await client.call("tasks.task.renew", { taskId }, options);
      return;
    case "deadline":
      await client.call("tasks.task.update", { taskId, fields: { DEADLINE: change.at } }, options);
      return;
    case "delegate":
      await client.call("tasks.task.delegate", { taskId, userId: change.toId }, options);
  }
}

function isSo({ status, responsibleId }: PortalTask, change: TaskChange): boolean {
  if (change.kind === "complete") return isWorkDone(status);
  if (change.kind === "renew") return status === "pending" || status === "in_progress";
  return change.kind === "delegate" && responsibleId === change.toId;
}
