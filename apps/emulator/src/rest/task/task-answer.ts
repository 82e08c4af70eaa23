import type { Task } from "../../state/model.ts";
import type { Answer, Call } from "../method.ts";
import { selectFields } from "./select-fields.ts";
import { taskRow } from "./task-row.ts";

/** The whole task, as every method that changes one answers. */
export function taskAnswer({ portal, caller }: Call, task: Task): Answer {
  return { result: { task: selectFields(taskRow(portal.state, task, caller.user, portal.now()), [], []) } };
}
