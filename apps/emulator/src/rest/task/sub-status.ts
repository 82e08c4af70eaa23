import { TASK_STATUS, type Task } from "../../state/task.ts";

const OVERDUE = "-1";
const NEW = "-2";
const ALMOST_OVERDUE = "-3";
const ALMOST_MS = 24 * 60 * 60 * 1000;

const RUNNING = [TASK_STATUS.pending, TASK_STATUS.inProgress];

/** STATUS of a filter and `subStatus` of an answer: the real status, or what a person should mind more. Docs: api-reference/tasks/fields. */
export function subStatus(task: Task, viewerId: number, now: Date): string {
  if (!RUNNING.includes(task.status)) return task.status;
  const leftMs = task.deadline === null ? Number.POSITIVE_INFINITY : Date.parse(task.deadline) - now.getTime();
  if (leftMs < 0) return OVERDUE;
  if (task.status === TASK_STATUS.pending && task.createdBy !== viewerId && task.viewedAt[viewerId] === undefined) {
    return NEW;
  }
  return leftMs < ALMOST_MS ? ALMOST_OVERDUE : task.status;
}

/** Whether a task is open and its deadline has passed. */
export function isOverdue(task: Task, now: Date): boolean {
  return RUNNING.includes(task.status) && task.deadline !== null && Date.parse(task.deadline) < now.getTime();
}
