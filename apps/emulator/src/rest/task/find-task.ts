import type { Person, Task } from "../../state/model.ts";
import type { State } from "../../state/state.ts";
import type { Call } from "../method.ts";
import { integer, type Params } from "../params.ts";
import type { RestError } from "../rest-error.ts";
import { isVisible } from "./actions.ts";
import { missingTaskId, wrongTaskId } from "./errors.ts";

/** The number of the task a call is about. @throws RestError in the words of the portal's binder. */
export function readTaskId(params: Params, name = "taskId"): number {
  if (params[name] === undefined || params[name] === null) throw missingTaskId();
  const id = integer(params, name);
  if (id === null || id <= 0) throw wrongTaskId();
  return id;
}

/** A task as far as the person may know of it. */
export function visibleTask(state: State, id: number, user: Person): Task | null {
  const task = state.tasks.get(id);
  return task !== undefined && isVisible(state, task, user) ? task : null;
}

/** The task a call is about. @throws RestError `refusal` when it is absent or not the caller's to see. */
export function readTask({ portal, caller, params }: Call, refusal: RestError, name = "taskId"): Task {
  const task = visibleTask(portal.state, readTaskId(params, name), caller.user);
  if (task === null) throw refusal;
  return task;
}
