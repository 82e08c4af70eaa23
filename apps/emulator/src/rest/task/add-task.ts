import { randomUUID } from "node:crypto";

import { announce } from "../../events/app-events.ts";
import type { Portal } from "../../portal.ts";
import type { Task } from "../../state/model.ts";
import { nextId } from "../../state/state.ts";
import { newTaskDetails, TASK_STATUS } from "../../state/task.ts";
import { tellResponsible } from "../../task/tell-responsible.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Answer, Call } from "../method.ts";
import { list, record, upperKeys } from "../params.ts";
import { recordChange } from "../../task/record-change.ts";
import { coreError, missingValue } from "./errors.ts";
import { checkPlan, readFields, readOwnFields } from "./read-fields.ts";
import { readFileRefs, setTaskFiles } from "./task-files.ts";
import { taskAnswer } from "./task-answer.ts";

/** Bitrix24 docs: tasks-task-add. */
export function addTask(call: Call): Answer {
  const { portal, caller, params } = call;
  if (Object.keys(record(params, "fields")).length === 0) throw missingValue("fields");
  const fields = upperKeys(record(params, "fields"));
  const change = readFields(portal, { TITLE: "", ...fields });
  if (change.responsibleId === undefined) throw coreError("The responsible person is not specified.");
  const files = readFileRefs(portal, list(fields, "UF_TASK_WEBDAV_FILES"));
  const userFields = readOwnFields(portal, fields, {});
  const task = newTask(portal, caller.user.id, { ...change, userFields });
  checkPlan(task);
  portal.state.tasks.set(task.id, task);
  recordChange(portal, task.id, caller.user.id, "NEW", null, null);
  setTaskFiles(portal, task.id, files, caller.user.id);
  tellResponsible(portal, task, caller.user.id);
  portal.live.publish({ type: "task", task });
  announce(portal, "ONTASKADD", addedData(task), caller.user.id);
  return taskAnswer(call, task);
}

function newTask(portal: Portal, callerId: number, fields: Partial<Task>): Task {
  const createdAt = isoDate(portal.now());
  const createdBy = fields.createdBy ?? callerId;
  return {
    title: "",
    description: "",
    responsibleId: callerId,
    deadline: null,
    xmlId: null,
    priority: "1",
    status: TASK_STATUS.pending,
    ...newTaskDetails(createdAt, createdBy),
    changedBy: callerId,
    ...fields,
    createdBy,
    createdAt,
    id: nextId(portal.state, "task"),
    guid: `{${randomUUID()}}`,
  };
}

function addedData(task: Task): Record<string, unknown> {
  return {
    FIELDS_BEFORE: "undefined",
    FIELDS_AFTER: { ID: task.id },
    IS_ACCESSIBLE_BEFORE: "N",
    IS_ACCESSIBLE_AFTER: "undefined",
  };
}
