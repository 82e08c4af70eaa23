import type { Answer, Call, RestMethod } from "../method.ts";
import { list } from "../params.ts";
import { allowedActions } from "./actions.ts";
import { accessDenied, wrongType } from "./errors.ts";
import { readTask } from "./find-task.ts";

/** Who may do what with a task. Bitrix24 docs: tasks-task-get-access. */
export const accessMethods: RestMethod[] = [
  { name: "tasks.task.getaccess", scopes: ["task"], missing: "own", run: getAccess },
];

function getAccess(call: Call): Answer {
  const { portal, caller, params } = call;
  const { users } = params;
  if (users !== undefined && typeof users !== "object") throw wrongType("users", users, "array");
  const task = readTask(call, accessDenied());
  const ids = list(params, "users").map(Number);
  const people = (ids.length === 0 ? [caller.user.id] : ids).flatMap((id) => portal.state.people.get(id) ?? []);
  const entries = people.map((person) => [person.id, upperNames(allowedActions(portal.state, task, person))] as const);
  return { result: { allowedActions: Object.fromEntries(entries) } };
}

/** `changeDeadline` → CHANGE_DEADLINE, `edit.plan` → EDIT.PLAN. */
function upperNames(actions: Record<string, boolean>): Record<string, boolean> {
  const rename = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  return Object.fromEntries(Object.entries(actions).map(([name, isAllowed]) => [rename(name), isAllowed]));
}
