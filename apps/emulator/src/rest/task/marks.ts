import type { Task } from "../../state/model.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { changeTask } from "./change-task.ts";
import { accessDenied, notAllowed } from "./errors.ts";
import { readTask } from "./find-task.ts";
import { taskAnswer } from "./task-answer.ts";

const SCOPES = ["task"];
type PersonalMark = "favoriteOf" | "mutedBy" | "pinnedBy";

/** What a person sets on a task for themselves alone, and watching it. Bitrix24 docs: api-reference/tasks/user-actions. */
export const markMethods: RestMethod[] = [
  { name: "tasks.task.favorite.add", scopes: SCOPES, missing: "own", run: (call) => favorite(call, true) },
  { name: "tasks.task.favorite.remove", scopes: SCOPES, missing: "own", run: (call) => favorite(call, false) },
  { name: "tasks.task.mute", scopes: SCOPES, missing: "own", run: (call) => marked(call, "mutedBy", true) },
  { name: "tasks.task.unmute", scopes: SCOPES, missing: "own", run: (call) => marked(call, "mutedBy", false) },
  { name: "tasks.task.pin", scopes: SCOPES, missing: "own", run: (call) => marked(call, "pinnedBy", true) },
  { name: "tasks.task.unpin", scopes: SCOPES, missing: "own", run: (call) => marked(call, "pinnedBy", false) },
  { name: "tasks.task.startwatch", scopes: SCOPES, missing: "own", run: (call) => watch(call, true) },
  { name: "tasks.task.stopwatch", scopes: SCOPES, missing: "own", run: (call) => watch(call, false) },
];

function favorite(call: Call, isSet: boolean): Answer {
  setMark(readTask(call, accessDenied()), "favoriteOf", call.caller.user.id, isSet);
  return { result: true };
}

function marked(call: Call, mark: PersonalMark, isSet: boolean): Answer {
  const task = readTask(call, accessDenied(), "id");
  setMark(task, mark, call.caller.user.id, isSet);
  return taskAnswer(call, task);
}

/** Nobody else sees a mark, so it is no change of the task. */
function setMark(task: Task, mark: PersonalMark, userId: number, isSet: boolean): void {
  const others = task[mark].filter((id) => id !== userId);
  task[mark] = isSet ? [...others, userId] : others;
}

function watch(call: Call, isSet: boolean): Answer {
  const task = readTask(call, notAllowed());
  const userId = call.caller.user.id;
  const others = task.auditorIds.filter((id) => id !== userId);
  changeTask(call.portal, task, { auditorIds: isSet ? [...others, userId] : others }, userId);
  return taskAnswer(call, task);
}
