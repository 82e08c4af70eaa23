import type { Portal } from "../portal.ts";
import { nextId } from "../state/state.ts";
import { isoDate } from "../wire/iso-date.ts";

/** Writes one line of a task's history. */
export function recordChange(
  portal: Portal,
  taskId: number,
  userId: number,
  field: string,
  from: string | null,
  to: string | null,
): void {
  const id = nextId(portal.state, "taskChange");
  portal.state.taskChanges.set(id, { id, taskId, userId, at: isoDate(portal.now()), field, from, to });
}
