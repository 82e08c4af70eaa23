import type { Answer, Call, RestMethod } from "../method.ts";
import { DONE } from "../method.ts";
import { integer, list } from "../params.ts";
import { mayWork } from "./actions.ts";
import { attachFile } from "./attachments.ts";
import { changeTask } from "./change-task.ts";
import { accessDenied, coreError, missingValue, wrongType } from "./errors.ts";
import { readTask, visibleTask } from "./find-task.ts";
import { required, rest3Denied, wrongRequest } from "./rest3-errors.ts";

/** Files of the disk on a task. Bitrix24 docs: tasks-task-files-attach, and of REST 3.0 tasks-task-file-attach. */
export const fileMethods: RestMethod[] = [
  { name: "tasks.task.files.attach", scopes: ["task"], missing: "own", run: attach },
  { name: "tasks.task.file.attach", scopes: ["tasks"], missing: "own", run: attachAll },
];

function attach(call: Call): Answer {
  const { portal, caller, params } = call;
  const task = readTask(call, accessDenied());
  if (params["fileId"] === undefined) throw missingValue("fileId");
  const fileId = integer(params, "fileId");
  if (fileId === null) throw wrongType("fileId", params["fileId"], "int");
  if (!mayWork(task, caller.user)) throw accessDenied();
  if (!isFile(call, fileId)) throw coreError("Insufficient rights.");
  const attachmentId = attachFile(portal, task.id, fileId, caller.user.id);
  changeTask(portal, task, {}, caller.user.id);
  return { result: { attachmentId } };
}

function attachAll(call: Call): Answer {
  const { portal, caller, params } = call;
  for (const name of ["taskId", "fileIds"]) {
    if (params[name] === undefined) throw wrongRequest(name, required(name));
  }
  const taskId = integer(params, "taskId");
  if (taskId === null) throw wrongRequest("taskId", "The field `taskId` has to be of type `int`");
  if (typeof params["fileIds"] !== "object") {
    throw wrongRequest("fileIds", "The field `fileIds` has to be of type `array`");
  }
  const task = visibleTask(portal.state, taskId, caller.user);
  if (task === null) throw rest3Denied();
  const fileIds = list(params, "fileIds").map(Number);
  if (!mayWork(task, caller.user) || !fileIds.every((id) => isFile(call, id))) {
    throw wrongRequest("-", "Insufficient rights");
  }
  for (const fileId of fileIds) attachFile(portal, task.id, fileId, caller.user.id);
  changeTask(portal, task, {}, caller.user.id);
  return DONE;
}

function isFile({ portal }: Call, id: number): boolean {
  const object = portal.state.diskObjects.get(id);
  return object?.kind === "file" && !object.isDeleted;
}
