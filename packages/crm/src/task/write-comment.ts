import type { B24Client, CallOptions } from "@botdeck/b24-client";

import { readOwner } from "./create-task-once.ts";
import { readTaskComments } from "./read-comments.ts";
import { readTask } from "./read-task.ts";

type Words = { taskId: string; text: string };

/**
 * Comments a task in the name of the client's person; in the new card that is a message of the task's chat.
 *
 * @returns The id under which `readTaskComments` will tell it; null when the portal does not let the person read it.
 * @see Bitrix24 docs: tasks/comment-item/task-comment-item-add
 */
export async function writeTaskComment(client: B24Client, words: Words, options?: CallOptions): Promise<string | null> {
  const { taskId, text } = words;
  const added = await client.call("task.commentitem.add", { TASKID: taskId, FIELDS: { POST_MESSAGE: text } }, options);
  // The new card answers with an id that its chat does not know. It is written by now, whatever becomes of the look.
  const task = await readTask(client, taskId, options).catch(() => null);
  if (task === null) return null;
  if (task.chatId === null) return added;
  return findOwnComment(client, { ...words, chatId: task.chatId }, options).catch(() => null);
}

/**
 * The newest comment of the client's person with these very words, among the latest 50; null when there is none.
 *
 * @param asked.since Not older than that.
 * @throws B24Error `forbidden` when the portal does not let them read the task's comments.
 */
export async function findOwnComment(
  client: B24Client,
  { taskId, text, since, chatId }: Words & { since?: Date; chatId?: string | null },
  options?: CallOptions,
): Promise<string | null> {
  const asked = { taskId, afterId: null, ...(chatId !== undefined && { chatId }) };
  const [comments, owner] = await Promise.all([readTaskComments(client, asked, options), readOwner(client, options)]);
  const own = comments.filter(
    (one) =>
      one.authorId === owner &&
      one.text.trim() === text.trim() &&
      (since === undefined || one.at === null || one.at >= since),
  );
  return own.at(-1)?.id ?? null;
}
