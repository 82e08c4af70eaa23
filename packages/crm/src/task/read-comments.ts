import { type B24Client, type CallOptions, readDialogAfter } from "@botdeck/b24-client";

import { readTask } from "./read-task.ts";
import type { TaskComment } from "./task-comment.ts";

/** The portal itself, which tells of changes in the chat. */
const PORTAL = "0";

type Asked = {
  taskId: string;
  /** The last comment that is known; null reads the latest. */
  afterId: string | null;
  /** What `readTask` has told, should it have been asked already; null on a portal with the old card. */
  chatId?: string | null;
};

/**
 * What people wrote about a task after a comment, oldest first. In the new card these are messages of the task's chat, in
 * the old one entries of their own; only people are heard, not the portal.
 *
 * @param client With the rights of somebody who has a part in the task: nobody else reads its chat.
 * @throws B24Error `forbidden` when they have none.
 * @see Bitrix24 docs: tasks/tasks-new, im.dialog.messages.get, tasks/comment-item/task-comment-item-get-list
 */
export async function readTaskComments(
  client: B24Client,
  { taskId, afterId, chatId: known }: Asked,
  options?: CallOptions,
): Promise<TaskComment[]> {
  const chatId = known === undefined ? ((await readTask(client, taskId, options))?.chatId ?? null) : known;
  const comments =
    chatId === null ? await readEntries(client, taskId, options) : await readMessages(client, chatId, afterId, options);
  return comments.filter((comment) => Number(comment.id) > Number(afterId ?? 0) && comment.authorId !== PORTAL);
}

async function readMessages(
  client: B24Client,
  chatId: string,
  afterId: string | null,
  options?: CallOptions,
): Promise<TaskComment[]> {
  const { messages, people } = await readDialogAfter(client, { dialogId: `chat${chatId}`, afterId }, options);
  return messages.map(({ id, authorId, text, at }) => ({
    id,
    authorId,
    authorName: people.get(authorId)?.name ?? "",
    text,
    at,
  }));
}

async function readEntries(client: B24Client, taskId: string, options?: CallOptions): Promise<TaskComment[]> {
  const rows = await client.call("task.commentitem.getlist", { TASKID: taskId, ORDER: { ID: "asc" } }, options);
  return rows.flatMap(({ ID, AUTHOR_ID, AUTHOR_NAME, POST_MESSAGE, POST_DATE }) => {
    const at = new Date(POST_DATE ?? "");
    if (ID == null) return [];
    const text = POST_MESSAGE ?? "";
    const author = { authorId: AUTHOR_ID ?? PORTAL, authorName: AUTHOR_NAME ?? "" };
    return [{ id: ID, ...author, text, at: Number.isNaN(at.getTime()) ? null : at }];
  });
}
