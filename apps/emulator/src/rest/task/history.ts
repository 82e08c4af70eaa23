import type { TaskChange } from "../../state/task.ts";
import type { Person } from "../../state/model.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { list, record, upperKeys } from "../params.ts";
import { accessDenied } from "./errors.ts";
import { readTaskId } from "./find-task.ts";
import { isVisible } from "./actions.ts";

/** Kept as seconds since 1970, unlike every other date of a task. */
const MOMENTS = new Set(["DEADLINE", "START_DATE_PLAN", "END_DATE_PLAN"]);

/** What was changed in a task, from what to what, and by whom. Bitrix24 docs: tasks-task-history-list. */
export const historyMethods: RestMethod[] = [
  { name: "tasks.task.history.list", scopes: ["task"], missing: "own", run: listHistory },
];

function listHistory({ portal, caller, params }: Call): Answer {
  const taskId = readTaskId(params);
  const task = portal.state.tasks.get(taskId);
  if (task === undefined) return { result: { list: [] } };
  if (!isVisible(portal.state, task, caller.user)) throw accessDenied();
  const fields = list(upperKeys(record(params, "filter")), "FIELD").map(String);
  const [direction = "desc"] = Object.values(record(params, "order"));
  const isAscending = String(direction).toLowerCase() === "asc";
  const changes = [...portal.state.taskChanges.values()].filter(
    (change) => change.taskId === taskId && (fields.length === 0 || fields.includes(change.field)),
  );
  const ordered = isAscending ? changes : changes.toReversed();
  return { result: { list: ordered.map((change) => view(change, portal.state.people.get(change.userId))) } };
}

function view({ id, at, field, from, to, userId }: TaskChange, person: Person | undefined): Record<string, unknown> {
  const value = MOMENTS.has(field) ? { from: seconds(from), to: seconds(to) } : { from, to };
  return {
    id,
    createdDate: at,
    field,
    value,
    user: {
      id: userId,
      name: person?.firstName ?? "",
      lastName: person?.lastName ?? "",
      secondName: "",
      login: `user${userId}@portal.example`,
    },
  };
}

function seconds(moment: string | null): string | null {
  return moment === null ? null : String(Date.parse(moment) / 1000);
}
