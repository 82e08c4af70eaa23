import { announce } from "../../events/app-events.ts";
import type { Answer, Call } from "../method.ts";
import { mayEdit } from "./actions.ts";
import { attachmentIdsOf } from "./attachments.ts";
import { actionRefused } from "./errors.ts";
import { readTask } from "./find-task.ts";

/** Takes a task away with everything that hangs on it. Bitrix24 docs: tasks-task-delete. */
export function deleteTask(call: Call): Answer {
  const { portal, caller } = call;
  const { state } = portal;
  const refusal = actionRefused("No access to delete the task");
  const task = readTask(call, refusal);
  if (!mayEdit(task, caller.user)) throw refusal;
  for (const id of attachmentIdsOf(state, task.id)) state.attachedObjects.delete(id);
  const { checklistItems, elapsedTimes, taskResults, taskComments, taskChanges } = state;
  for (const records of [checklistItems, elapsedTimes, taskResults, taskComments, taskChanges]) {
    for (const record of records.values()) if (record.taskId === task.id) records.delete(record.id);
  }
  for (const other of state.tasks.values()) if (other.parentId === task.id) other.parentId = task.parentId;
  state.tasks.delete(task.id);
  const data = { FIELDS_BEFORE: { ID: task.id }, FIELDS_AFTER: "undefined" };
  const isAccessible = { IS_ACCESSIBLE_BEFORE: "undefined", IS_ACCESSIBLE_AFTER: "undefined" };
  announce(portal, "ONTASKDELETE", { ...data, ...isAccessible }, caller.user.id);
  return { result: { task: true } };
}
