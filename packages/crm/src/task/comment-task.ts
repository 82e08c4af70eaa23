import { type B24Client, type CallOptions } from "@botdeck/b24-client";
import { AppError } from "@botdeck/core";

import { finishFirst } from "../finish-first.ts";
import { findTask } from "./create-task-once.ts";

/**
 * Adds a comment to the task that a cause has made; in the newer task card it is a message of the task's chat.
 *
 * @param originId What the task was made with.
 * @returns The comment's id.
 * @throws AppError `not_found` when there is no such task, or not any more.
 * @see Bitrix24 docs: task.commentitem.add
 */
export async function commentTask(
  client: B24Client,
  { originId, text }: { originId: string; text: string },
  options?: CallOptions,
): Promise<string> {
  const taskId = await findTask(client, originId, options);
  if (taskId === null) throw new AppError("not_found", "The task is not there", { context: { originId } });
  const comment = { TASKID: taskId, FIELDS: { POST_MESSAGE: text } };
  return client.call("task.commentitem.add", comment, finishFirst(options));
}
