import { type B24Client, type CallOptions, callTogether, command, earlier } from "@botdeck/b24-client";

import { answerOf } from "../clients/told.ts";
import { taskStatusOf } from "../task/task-status.ts";
import { instantOf, linkedId, type RecordFacts } from "./record-facts.ts";
import { TASK_FACT_FIELDS, taskFacts } from "./task-facts.ts";

type Asked = {
  id: string;
  /** Since when changes of its history belong to the change that is looked at; null does not ask. */
  changedSince: Date | null;
  /** The comment that came: an entry of the old card, or a message in the task's chat. */
  commentId: string | null;
  messageId: string | null;
};

/**
 * A task, with the comment that came to it and what it was before its latest change, in one request. A comment that the client's
 * person may not read is left out.
 *
 * @returns Null for one that is gone, or not the client's to see: the portal does not tell these apart.
 * @see Bitrix24 docs: tasks/tasks-task-get, tasks-task-history-list, im.dialog.messages.get, tasks/comment-item/task-comment-item-get
 */
export async function readTaskChange(
  client: B24Client,
  { id, changedSince, commentId, messageId }: Asked,
  options?: CallOptions,
): Promise<{ facts: RecordFacts; before: RecordFacts | null } | null> {
  const told = await callTogether(
    client,
    {
      task: command("tasks.task.get", { taskId: id, select: TASK_FACT_FIELDS }),
      history: changedSince === null ? null : command("tasks.task.history.list", { taskId: id }),
      entry: commentId === null ? null : command("task.commentitem.get", { TASKID: id, ITEMID: commentId }),
      messages: messageId === null ? null : messagesFrom(messageId),
    },
    options,
  );
  // One that is not there is answered with an empty list.
  const task = answerOf(told.task)?.task;
  if (task?.id == null) return null;
  const facts = { ...taskFacts(task), ...commentOf(messageId, answerOf(told.entry), answerOf(told.messages)) };
  const changes = changedSince === null ? [] : changesIn(answerOf(told.history), changedSince);
  return { facts, before: changes.length === 0 ? null : { ...facts, ...undone(changes) } };
}

/** The messages from this one on: the chat is named by the task, which is asked in the same request. */
const messagesFrom = (messageId: string) =>
  command("im.dialog.messages.get", {
    DIALOG_ID: `chat${earlier("task", "task", "chatId")}`,
    FIRST_ID: Number(messageId) - 1,
    LIMIT: 5,
  });

type Fields = Readonly<Record<string, unknown>>;

function commentOf(messageId: string | null, entry: unknown, history: unknown): RecordFacts {
  if (isFields(entry)) return { comment: textOf(entry["POST_MESSAGE"]), commentAuthorId: linkedId(entry["AUTHOR_ID"]) };
  const messages = isFields(history) && Array.isArray(history["messages"]) ? history["messages"].filter(isFields) : [];
  const message = messages.find(({ id }) => String(id) === messageId);
  if (message === undefined) return { comment: null, commentAuthorId: null };
  return { comment: textOf(message["text"]), commentAuthorId: linkedId(message["author_id"]) };
}

type TaskStep = { field: string; from: unknown };

/** The latest changes, the newest first. Bitrix24 docs: tasks/tasks-task-history-list */
function changesIn(history: unknown, since: Date): TaskStep[] {
  const rows = isFields(history) && Array.isArray(history["list"]) ? history["list"].filter(isFields) : [];
  return rows.flatMap(({ createdDate, field, value }) => {
    const isOfNow = typeof createdDate === "string" && Date.parse(createdDate) >= since.getTime();
    return isOfNow && typeof field === "string" && isFields(value) ? [{ field, from: value["from"] }] : [];
  });
}

/** The facts as they were before all of these changes: of several of one field the oldest counts, and comes last. */
function undone(changes: readonly TaskStep[]): RecordFacts {
  const was = changes.flatMap(({ field, from }): [string, string | null][] => {
    if (field === "STATUS") return [["status", taskStatusOf(Number(from))]];
    if (field === "RESPONSIBLE_ID") return [["responsibleId", linkedId(from)]];
    // Seconds, unlike every other moment of a task.
    if (field === "DEADLINE") return [["deadlineAt", secondsOf(from)]];
    return [];
  });
  return Object.fromEntries(was);
}

function secondsOf(value: unknown): string | null {
  const seconds = typeof value === "string" && value !== "" ? Number(value) : null;
  if (seconds === null) return null;
  return Number.isNaN(seconds) ? instantOf(value) : seconds === 0 ? null : new Date(seconds * 1_000).toISOString();
}

const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}
