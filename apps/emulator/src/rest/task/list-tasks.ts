import type { Portal } from "../../portal.ts";
import type { Person, Task } from "../../state/model.ts";
import { phpMap } from "../../wire/php-map.ts";
import type { Answer, Call } from "../method.ts";
import { page } from "../page.ts";
import { flag, integer, list, record, upperKeys, type Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { filterOf, orderOf } from "../row-filter.ts";
import { isVisible, sightOf } from "./actions.ts";
import { selectedNames, selectFields } from "./select-fields.ts";
import { isOverdue } from "./sub-status.ts";
import { filterColumns, orderColumns } from "./task-columns.ts";
import { chatOfTask } from "./task-chat.ts";
import { newComments, spentSeconds, taskRow, type TaskRow } from "./task-row.ts";

/** Conditions that are no column: favorites, and tasks whose parent the caller does not see. */
const FAVORITES = "::SUBFILTER-PARAMS";
const ONLY_ROOT = "ONLY_ROOT_TASKS";

/** Left out of rows unless they are asked for by name. */
const HEAVY = ["action", "checklist", "checkListTree", "checkListCanAdd", "newCommentsCount"];

/** The tasks that the caller may see. Bitrix24 docs: tasks-task-list. */
export function listTasks({ portal, caller, params }: Call): Answer {
  const { state } = portal;
  const now = portal.now();
  const { [FAVORITES]: favorites, [ONLY_ROOT]: onlyRoot, ...filter } = upperKeys(record(params, "filter"));
  const meets = filterOf(filter, filterColumns(caller.user, now));
  const order = upperKeys(record(params, "order"));
  const compare = orderOf(Object.keys(order).length === 0 ? { ID: "desc" } : order, orderColumns, wrongOrder);
  const sees = sightOf(state, caller.user);
  const found = [...state.tasks.values()].filter(
    (task) =>
      sees(task) &&
      meets(task) &&
      (!isFavoritesFilter(favorites) || task.favoriteOf.includes(caller.user.id)) &&
      (!flag({ onlyRoot }, "onlyRoot", false) || isRoot(portal, task, caller.user)),
  );
  const sorted = compare === null ? found : found.toSorted(compare);
  const { result, ...counted } = page(sorted, integer(params, "start") ?? 0);
  const names = selectedNames(list(params, "select"));
  const tasks = result.map((task) => listRow(portal, task, caller.user, { names, order, params }));
  return { result: { tasks }, ...counted };
}

function listRow(
  portal: Portal,
  task: Task,
  viewer: Person,
  { names, order, params }: { names: string[]; order: Params; params: Params },
): TaskRow {
  if (names.includes("chatId")) chatOfTask(portal, task);
  const row = taskRow(portal.state, task, viewer, portal.now());
  const selected = Object.entries(selectFields(row, names, ["subStatus"]));
  const light = Object.fromEntries(selected.filter(([name]) => !HEAVY.includes(name) || names.includes(name)));
  return { ...light, ...extras(portal, task, viewer, { names, order, wanted: record(params, "params") }) };
}

/** What `params` and single names of `select` add. */
function extras(
  portal: Portal,
  task: Task,
  viewer: Person,
  { names, order, wanted }: { names: string[]; order: Params; wanted: Params },
): TaskRow {
  const { state } = portal;
  const hasResult = [...state.taskResults.values()].some(({ taskId }) => taskId === task.id);
  return {
    ...("DEADLINE" in order && { lengthDeadline: task.deadline === null ? "0" : "1" }),
    ...(names.includes("tags") && { tags: tagMap(task) }),
    ...(names.includes("counters") && { counter: counter(portal, task, viewer) }),
    ...(flag(wanted, "WITH_RESULT_INFO", false) && {
      taskRequireResult: "N",
      taskHasOpenResult: "N",
      taskHasResult: hasResult ? "Y" : "N",
    }),
    ...(flag(wanted, "WITH_TIMER_INFO", false) && {
      timeElapsed: spentSeconds(state, task.id) || null,
      timerIsRunningForCurrentUser: "N",
    }),
    ...(flag(wanted, "WITH_PARSED_DESCRIPTION", false) && { parsedDescription: task.description }),
  };
}

/** Tags by number. They have none of their own here, so the place in the task stands for it. */
function tagMap(task: Task): unknown {
  return phpMap(task.tags.map((title, index) => [String(index + 1), { id: index + 1, title }]));
}

function counter(portal: Portal, task: Task, viewer: Person): TaskRow {
  const isMuted = task.mutedBy.includes(viewer.id);
  const expired = isOverdue(task, portal.now()) ? 1 : 0;
  const comments = newComments(portal.state, task, viewer);
  const value = isMuted ? 0 : expired + comments;
  return {
    counters: {
      expired: isMuted ? 0 : expired,
      newComments: isMuted ? 0 : comments,
      projectExpired: 0,
      projectNewComments: 0,
      mutedExpired: isMuted ? expired : 0,
      mutedNewComments: isMuted ? comments : 0,
    },
    color: isMuted || value === 0 ? "gray" : expired > 0 ? "danger" : "success",
    value: isMuted ? expired + comments : value,
  };
}

function isFavoritesFilter(value: unknown): boolean {
  return typeof value === "object" && value !== null && flag({ ...value }, "FAVORITE", false);
}

function isRoot(portal: Portal, task: Task, viewer: Person): boolean {
  const parent = task.parentId === null ? undefined : portal.state.tasks.get(task.parentId);
  return parent === undefined || !isVisible(portal.state, parent, viewer);
}

function wrongOrder(): Error {
  return badRequest("0", "Invalid sorting key (internal error)");
}
