import type { B24Client, CallOptions } from "@botdeck/b24-client";

import { type TaskStatus, taskStatusOf } from "./task-status.ts";

export type PortalTask = {
  id: string;
  title: string;
  description: string;
  status: TaskStatus;
  /** Portal user ids. */
  responsibleId: string;
  createdBy: string;
  /** The project it belongs to. */
  groupId: string | null;
  /** What it was made with. */
  xmlId: string | null;
  /** ISO 8601 with the portal's offset. */
  deadlineAt: string | null;
  closedAt: string | null;
  closedBy: string | null;
  /** The chat that holds its comments; null on a portal with the old card, where they are entries of their own. */
  chatId: string | null;
};

const FIELDS = [
  "ID",
  "TITLE",
  "DESCRIPTION",
  "STATUS",
  "RESPONSIBLE_ID",
  "CREATED_BY",
  "GROUP_ID",
  "XML_ID",
  "DEADLINE",
  "CLOSED_DATE",
  "CLOSED_BY",
  "CHAT_ID",
];

/**
 * A task as the client's person may see it.
 *
 * @returns Null for one that is gone, or not theirs to see: the portal does not tell these apart.
 * @see Bitrix24 docs: tasks/tasks-task-get
 */
export async function readTask(client: B24Client, taskId: string, options?: CallOptions): Promise<PortalTask | null> {
  const { task } = await client.call("tasks.task.get", { taskId, select: FIELDS }, options);
  if (task?.id == null) return null;
  return {
    id: task.id,
    title: task.title ?? "",
    description: task.description ?? "",
    status: taskStatusOf(task.status),
    responsibleId: task.responsibleId ?? "",
    createdBy: task.createdBy ?? "",
    groupId: noneIsZero(task.groupId),
    xmlId: task.xmlId || null,
    deadlineAt: task.deadline || null,
    closedAt: task.closedDate || null,
    closedBy: noneIsZero(task.closedBy),
    chatId: noneIsZero(task.chatId),
  };
}

const noneIsZero = (id: string | null | undefined): string | null => (id == null || id === "0" ? null : id);
