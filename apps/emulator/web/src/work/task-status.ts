import type { Tone } from "@botdeck/ui";
import type { TaskRow } from "../api/portal-types.ts";

/** Bitrix24's task statuses; docs: api-reference/tasks/fields, field STATUS. */
const STATUS = {
  "2": { name: "waits", tone: "warning" },
  "3": { name: "inProgress", tone: "bot" },
  "4": { name: "toCheck", tone: "warning" },
  "5": { name: "done", tone: "human" },
  "6": { name: "putOff", tone: "neutral" },
} as const satisfies Record<string, { name: string; tone: Tone }>;

export type TaskStatus = (typeof STATUS)[keyof typeof STATUS];

/** Null for a number that the documentation does not have. */
export function statusOf(task: Pick<TaskRow, "status">): TaskStatus | null {
  return Object.entries(STATUS).find(([code]) => code === String(task.status))?.[1] ?? null;
}

export function isOpen(task: Pick<TaskRow, "status">): boolean {
  return statusOf(task)?.name !== "done";
}

export function isOverdue(task: Pick<TaskRow, "status" | "deadline">, now: Date): boolean {
  return isOpen(task) && task.deadline !== null && Date.parse(task.deadline) < now.getTime();
}

export type TaskGroup = "overdue" | "today" | "later" | "noDeadline" | "done";
const ORDER: readonly TaskGroup[] = ["overdue", "today", "later", "noDeadline", "done"];

/** Tasks under the headings that say what is urgent; inside each by deadline. */
export function groupTasks(tasks: readonly TaskRow[], now: Date): { name: TaskGroup; tasks: TaskRow[] }[] {
  const endOfDay = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime();
  const groupOf = (task: TaskRow): TaskGroup => {
    if (!isOpen(task)) return "done";
    if (task.deadline === null) return "noDeadline";
    if (isOverdue(task, now)) return "overdue";
    return Date.parse(task.deadline) < endOfDay ? "today" : "later";
  };
  const groups = Map.groupBy(tasks, groupOf);
  return ORDER.flatMap((name) => {
    const members = groups.get(name);
    if (!members) return [];
    const byDeadline = members.toSorted((one, other) => (one.deadline ?? "").localeCompare(other.deadline ?? ""));
    return [{ name, tasks: byDeadline }];
  });
}
