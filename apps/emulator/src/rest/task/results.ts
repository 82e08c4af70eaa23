import type { TaskResult } from "../../state/task.ts";
import { nextId } from "../../state/state.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { DONE, type Answer, type Call, type RestMethod } from "../method.ts";
import { integer, record, text } from "../params.ts";
import { mayEdit, mayWork } from "./actions.ts";
import { accessDenied, missingValue, wrongType } from "./errors.ts";
import { visibleTask } from "./find-task.ts";
import { required, rest3Denied, wrongFields, wrongRequest } from "./rest3-errors.ts";

const REST3 = ["tasks"];

/** What came of a task. Bitrix24 docs: api-reference/tasks/result; all but the list are REST 3.0. */
export const resultMethods: RestMethod[] = [
  { name: "tasks.task.result.add", scopes: REST3, missing: "own", run: addResult },
  { name: "tasks.task.result.update", scopes: REST3, missing: "own", run: updateResult },
  { name: "tasks.task.result.delete", scopes: REST3, missing: "own", run: deleteResult },
  { name: "tasks.task.result.list", scopes: ["task"], missing: "own", run: listResults },
];

function addResult(call: Call): Answer {
  const { portal, caller, params } = call;
  if (params["fields"] === undefined) throw wrongRequest("fields", required("fields"));
  const fields = record(params, "fields");
  if (fields["taskId"] === undefined) throw wrongFields("taskId");
  if (text(fields, "text") === "") throw wrongFields("text");
  const taskId = integer(fields, "taskId");
  if (taskId === null) throw wrongRequest("taskId", "The field `taskId` has to be of type `int`");
  if (!portal.state.tasks.has(taskId)) throw wrongRequest("taskId", "Task not found");
  const task = visibleTask(portal.state, taskId, caller.user);
  if (task === null || !mayWork(task, caller.user)) throw rest3Denied();
  const createdAt = isoDate(portal.now());
  const result: TaskResult = {
    id: nextId(portal.state, "taskResult"),
    taskId,
    authorId: caller.user.id,
    text: text(fields, "text"),
    createdAt,
    updatedAt: createdAt,
    commentId: null,
    messageId: null,
    attachmentIds: [],
  };
  portal.state.taskResults.set(result.id, result);
  return { result: { item: view(call, result) } };
}

function updateResult(call: Call): Answer {
  const { portal, params } = call;
  const result = readResult(call);
  if (params["fields"] === undefined) throw wrongRequest("fields", required("fields"));
  const fields = record(params, "fields");
  if (text(fields, "text") === "") throw wrongFields("text");
  Object.assign(result, { text: text(fields, "text"), updatedAt: isoDate(portal.now()) });
  return { result: { item: view(call, result) } };
}

function deleteResult(call: Call): Answer {
  call.portal.state.taskResults.delete(readResult(call).id);
  return DONE;
}

/** Results of a portal with the new card have the comment 0. */
function listResults({ portal, caller, params }: Call): Answer {
  if (params["taskId"] === undefined) throw missingValue("taskId");
  const taskId = integer(params, "taskId");
  if (taskId === null) throw wrongType("taskId", params["taskId"], "int");
  if (visibleTask(portal.state, taskId, caller.user) === null) throw accessDenied();
  const found = [...portal.state.taskResults.values()].filter((result) => result.taskId === taskId).toReversed();
  const rows = found.map((result) => ({
    id: result.id,
    taskId,
    commentId: result.commentId ?? 0,
    createdBy: result.authorId,
    createdAt: result.createdAt,
    updatedAt: result.updatedAt,
    status: 0,
    text: result.text,
    formattedText: result.text,
    files: result.attachmentIds,
  }));
  return { result: rows };
}

/** The result a call is about, which only its author and who may edit the task can change. */
function readResult({ portal, caller, params }: Call): TaskResult {
  if (params["id"] === undefined) throw wrongRequest("id", required("id"));
  const result = portal.state.taskResults.get(integer(params, "id") ?? 0);
  const task = result === undefined ? undefined : portal.state.tasks.get(result.taskId);
  if (result === undefined || task === undefined) throw rest3Denied();
  if (result.authorId !== caller.user.id && !mayEdit(task, caller.user)) throw rest3Denied();
  return result;
}

function view({ portal, caller }: Call, result: TaskResult): Record<string, unknown> {
  const task = portal.state.tasks.get(result.taskId);
  const mayChange = result.authorId === caller.user.id || (task !== undefined && mayEdit(task, caller.user));
  return {
    id: result.id,
    taskId: result.taskId,
    text: result.text,
    authorId: result.authorId,
    createdAt: result.createdAt,
    updatedAt: result.updatedAt === result.createdAt ? null : result.updatedAt,
    status: "open",
    fileIds: result.attachmentIds,
    rights: { edit: mayChange, remove: mayChange },
    messageId: result.messageId,
  };
}
