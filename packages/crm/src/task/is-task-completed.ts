import { type B24Client, type CallOptions } from "@botdeck/b24-client";

/** Bitrix24 docs: tasks/fields, STATUS */
const COMPLETED = 5;

/**
 * Whether a person has completed the task that a cause has made.
 *
 * @param originId What the task was made with.
 * @see Bitrix24 docs: tasks.task.list
 */
export async function isTaskCompleted(client: B24Client, originId: string, options?: CallOptions): Promise<boolean> {
  const select = ["ID", "XML_ID", "STATUS"];
  const { tasks } = await client.call("tasks.task.list", { filter: { XML_ID: originId }, select }, options);
  return tasks.some(({ xmlId, status }) => xmlId === originId && status === COMPLETED);
}
