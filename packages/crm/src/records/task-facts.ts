import { taskStatusOf } from "../task/task-status.ts";
import { idsOf, instantOf, linkedId, type RecordFacts } from "./record-facts.ts";

/** What `tasks.task.get` and `tasks.task.list` have to select for `taskFacts`. */
export const TASK_FACT_FIELDS = [
  "ID",
  "TITLE",
  "STATUS",
  "RESPONSIBLE_ID",
  "CREATED_BY",
  "CHANGED_BY",
  "ACCOMPLICES",
  "AUDITORS",
  "DEADLINE",
  "GROUP_ID",
  "CREATED_DATE",
  "CHANGED_DATE",
  "CHAT_ID",
];

/** A task as `tasks.task.get` and `tasks.task.list` answer it. @see Bitrix24 docs: tasks/tasks-task-get, tasks/fields */
export function taskFacts(task: Readonly<Record<string, unknown>>): RecordFacts {
  const status = Number(task["status"]);
  return {
    id: linkedId(task["id"]),
    title: typeof task["title"] === "string" ? task["title"] : "",
    status: taskStatusOf(Number.isNaN(status) ? null : status),
    responsibleId: linkedId(task["responsibleId"]),
    creatorId: linkedId(task["createdBy"]),
    changedById: linkedId(task["changedBy"]),
    participantIds: [...idsOf(task["accomplices"]), ...idsOf(task["auditors"])],
    deadlineAt: instantOf(task["deadline"]),
    groupId: linkedId(task["groupId"]),
    createdAt: instantOf(task["createdDate"]),
    changedAt: instantOf(task["changedDate"]),
  };
}
