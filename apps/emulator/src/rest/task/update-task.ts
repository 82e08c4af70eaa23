import { TASK_STATUS } from "../../state/task.ts";
import type { Portal } from "../../portal.ts";
import type { Person, Task } from "../../state/model.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Answer, Call } from "../method.ts";
import { list, record, upperKeys, type Params } from "../params.ts";
import { mayChangeDeadline, mayEdit } from "./actions.ts";
import { changeTask } from "./change-task.ts";
import { coreError, missingValue, notAllowed } from "./errors.ts";
import { readTask } from "./find-task.ts";
import { checkPlan, readFields, readOwnFields } from "./read-fields.ts";
import { readFileRefs, setTaskFiles } from "./task-files.ts";
import { taskAnswer } from "./task-answer.ts";

/** Bitrix24 docs: tasks-task-update. */
export function updateTask(call: Call): Answer {
  const { portal, caller, params } = call;
  const task = readTask(call, notAllowed());
  const fields = upperKeys(record(params, "fields"));
  if (Object.keys(fields).length === 0) throw missingValue("fields");
  if (!mayChange(task, caller.user, fields)) throw notAllowed();
  const change = readFields(portal, fields);
  checkParent(portal, task, change.parentId ?? null);
  checkPlan({ ...task, ...change });
  const userFields = readOwnFields(portal, fields, task.userFields);
  const files = "UF_TASK_WEBDAV_FILES" in fields ? readFileRefs(portal, list(fields, "UF_TASK_WEBDAV_FILES")) : null;
  if (files !== null) setTaskFiles(portal, task.id, files, caller.user.id);
  const traces = change.status === undefined ? {} : statusTraces(portal, task, change.status, caller.user.id);
  changeTask(portal, task, { ...change, ...traces, userFields }, caller.user.id);
  return taskAnswer(call, task);
}

function mayChange(task: Task, user: Person, fields: Params): boolean {
  const isOnlyDeadline = Object.keys(fields).every((name) => name === "DEADLINE");
  return isOnlyDeadline ? mayChangeDeadline(task, user) : mayEdit(task, user);
}

/** What besides the status itself says that a task was begun or ended. */
export function statusTraces(portal: Portal, task: Task, status: string, userId: number): Partial<Task> {
  const at = isoDate(portal.now());
  const isClosed = status === TASK_STATUS.completed || status === TASK_STATUS.awaitingControl;
  // A task that was reopened has been closed by nobody, which a portal writes as 0.
  const reopened = task.closedBy === null && task.statusChangedBy === null ? null : 0;
  const closing = isClosed ? { closedAt: at, closedBy: userId } : { closedAt: null, closedBy: reopened };
  return status === TASK_STATUS.inProgress ? { ...closing, startedAt: at } : closing;
}

/** A task may not stand under itself, nor under what stands under it. */
function checkParent(portal: Portal, task: Task, parentId: number | null): void {
  if (parentId === task.id) throw coreError("A task cannot be attached to itself");
  let above = parentId;
  while (above !== null) {
    if (above === task.id) throw coreError("Circular links between tasks are not allowed");
    above = portal.state.tasks.get(above)?.parentId ?? null;
  }
}
