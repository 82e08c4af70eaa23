import type { Portal } from "../../portal.ts";
import type { Task } from "../../state/model.ts";
import { TASK_STATUS } from "../../state/task.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer } from "../params.ts";
import type { RestError } from "../rest-error.ts";
import { mayStep, type TaskStep } from "./actions.ts";
import { changeTask } from "./change-task.ts";
import { actionRefused, coreError, missingValue, notAllowed, wrongType } from "./errors.ts";
import { readTask } from "./find-task.ts";
import { taskAnswer } from "./task-answer.ts";
import { statusTraces } from "./update-task.ts";

type StatusStep = Exclude<TaskStep, "delegate">;

/** The status after each step, and how a portal refuses it: the older methods and the newer ones differ. */
const STEPS: Record<StatusStep, { next: (task: Task, userId: number) => string; refusal: () => RestError }> = {
  complete: { next: afterWork, refusal: notAllowed },
  start: { next: () => TASK_STATUS.inProgress, refusal: notAllowed },
  pause: { next: () => TASK_STATUS.pending, refusal: actionRefused },
  defer: { next: () => TASK_STATUS.deferred, refusal: actionRefused },
  renew: { next: () => TASK_STATUS.pending, refusal: actionRefused },
  approve: { next: () => TASK_STATUS.completed, refusal: actionRefused },
  disapprove: { next: () => TASK_STATUS.pending, refusal: actionRefused },
};

/** Bitrix24 docs: api-reference/tasks/status, tasks-task-approve, tasks-task-disapprove, tasks-task-delegate. */
export const statusMethods: RestMethod[] = [
  // safe: the keys of that very map
  ...(Object.keys(STEPS) as StatusStep[]).map((step): RestMethod => ({
    name: `tasks.task.${step}`,
    scopes: ["task"],
    missing: "own",
    run: (call) => takeStep(call, step),
  })),
  { name: "tasks.task.delegate", scopes: ["task"], missing: "own", run: delegate },
];

function takeStep(call: Call, step: StatusStep): Answer {
  const { next, refusal } = STEPS[step];
  const task = readTask(call, refusal());
  if (!mayStep(task, call.caller.user, step)) throw refusal();
  return moved(call, task, next(task, call.caller.user.id), {});
}

/** Work that somebody has to accept is not completed by who did it. */
function afterWork(task: Task, userId: number): string {
  return task.needsControl && task.createdBy !== userId ? TASK_STATUS.awaitingControl : TASK_STATUS.completed;
}

/** Passes a task on: whoever had it goes on watching, and it waits to be begun again. */
function delegate(call: Call): Answer {
  const { portal, caller, params } = call;
  const task = readTask(call, notAllowed());
  const userId = readUserId(portal, params);
  if (!mayStep(task, caller.user, "delegate")) throw notAllowed();
  const auditorIds = [...new Set([...task.auditorIds, task.responsibleId])].filter((id) => id !== userId);
  return moved(call, task, TASK_STATUS.pending, { responsibleId: userId, auditorIds });
}

function readUserId(portal: Portal, params: Call["params"]): number {
  if (params["userId"] === undefined) throw missingValue("userId");
  const id = integer(params, "userId");
  if (id === null) throw wrongType("userId", params["userId"], "int");
  const person = portal.state.people.get(id);
  if (person === undefined || person.role === "client" || person.role === "bot") {
    throw coreError("The user specified in the field &quot;Responsible person&quot; was not found.");
  }
  return id;
}

function moved(call: Call, task: Task, status: string, change: Partial<Task>): Answer {
  const { portal, caller } = call;
  const traces = status === task.status ? {} : statusTraces(portal, task, status, caller.user.id);
  changeTask(portal, task, { ...change, status, ...traces }, caller.user.id);
  return taskAnswer(call, task);
}
