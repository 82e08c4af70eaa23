export type TaskStatus = "pending" | "in_progress" | "awaiting_control" | "completed" | "deferred";

/** Bitrix24 docs: tasks/fields, REAL_STATUS. */
const STATUSES: ReadonlyMap<number, TaskStatus> = new Map([
  [2, "pending"],
  [3, "in_progress"],
  [4, "awaiting_control"],
  [5, "completed"],
  [6, "deferred"],
]);

/** A status that is none of the real ones is a mark of one that waits: new, overdue, nearly so. */
export function taskStatusOf(status: number | null | undefined): TaskStatus {
  return STATUSES.get(status ?? 0) ?? "pending";
}

/** Done as far as whoever worked on it is concerned: somebody may still have to accept it. */
export const isWorkDone = (status: TaskStatus): boolean => status === "completed" || status === "awaiting_control";
