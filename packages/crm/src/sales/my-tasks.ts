import { type B24Client, type CallOptions, callTogether, command, type MethodResult } from "@botdeck/b24-client";
import { localOf, momentOf } from "@botdeck/core/working-time";

import { must } from "../clients/told.ts";
import { type TaskStatus, taskStatusOf } from "../task/task-status.ts";

const PAGE_SIZE = 50;
/** Bitrix24 docs: tasks/fields, REAL_STATUS: what the person has done is not theirs any more. */
const DONE = [4, 5];
const FIELDS = ["ID", "TITLE", "DEADLINE", "STATUS", "CREATED_BY", "GROUP_ID", "ALLOW_CHANGE_DEADLINE"];

export type DueTask = {
  id: string;
  title: string;
  /** ISO 8601 with the portal's offset. */
  deadlineAt: string | null;
  status: TaskStatus;
  createdBy: string;
  /** False where whoever set the task keeps its deadline to themselves. An administrator may move that, too: on the portal. */
  mayMove: boolean;
};

export type MyTasks = {
  /** The longest overdue first. */
  overdue: readonly DueTask[];
  /** Due in the rest of the day, the next one first. */
  today: readonly DueTask[];
  /** There are more of one kind than are listed. */
  isMore: boolean;
};

/**
 * What a person has to do today and what is overdue, in two calls of one request.
 *
 * @param now ISO 8601. @param timeZone Where the person's day ends.
 * @see Bitrix24 docs: tasks/tasks-task-list
 */
export async function myTasks(
  client: B24Client,
  { personId, now, timeZone }: { personId: string; now: string; timeZone: string },
  options?: CallOptions,
): Promise<MyTasks> {
  const { day } = localOf(now, timeZone);
  const endOfDay = momentOf(
    new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10),
    "00:00",
    timeZone,
  );
  const mine = { RESPONSIBLE_ID: personId, "!REAL_STATUS": DONE };
  const list = (filter: Record<string, unknown>) =>
    command("tasks.task.list", { filter: { ...mine, ...filter }, order: { DEADLINE: "asc" }, select: FIELDS });
  const told = await callTogether(
    client,
    { overdue: list({ "<DEADLINE": now }), today: list({ ">=DEADLINE": now, "<DEADLINE": endOfDay }) },
    options,
  );
  const [overdue, today] = [must(told.overdue).tasks, must(told.today).tasks];
  return {
    overdue: overdue.map((row) => dueTask(row, personId)),
    today: today.map((row) => dueTask(row, personId)),
    isMore: overdue.length === PAGE_SIZE || today.length === PAGE_SIZE,
  };
}

type Row = MethodResult<"tasks.task.list">["tasks"][number];

function dueTask({ id, title, deadline, status, createdBy, allowChangeDeadline }: Row, personId: string): DueTask {
  return {
    id,
    title: title ?? "",
    deadlineAt: deadline || null,
    status: taskStatusOf(status),
    createdBy: createdBy ?? "",
    mayMove: allowChangeDeadline !== false || createdBy === personId,
  };
}
