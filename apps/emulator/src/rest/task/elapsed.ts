import { nextId } from "../../state/state.ts";
import type { ElapsedTime } from "../../state/task.ts";
import { isoDate } from "../../wire/iso-date.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { integer, record, text, upperKeys, type Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { filterOf, orderOf } from "../row-filter.ts";
import { mayEdit, mayWork, sightOf } from "./actions.ts";
import { coreError } from "./errors.ts";
import { integerAt, mapAt, positional, taskAt } from "./positional.ts";

const CLASS = "ctaskelapseditem";
const DEFAULT_PAGE_SIZE = 50;
/** How the time came about: 2 is by hand. */
const BY_HAND = "2";

const notFound = () => badRequest("0x000001", "Task not found");
const denied = () => badRequest("0x100002", "Access denied");
const notPermitted = () => badRequest("0x000004", "Action is not allowed");

/** Time spent on tasks. Bitrix24 docs: api-reference/tasks/elapsed-item. */
export const elapsedMethods: RestMethod[] = [
  { name: "task.elapseditem.add", scopes: ["task"], missing: "own", run: addTime },
  { name: "task.elapseditem.get", scopes: ["task"], missing: "own", run: getTime },
  { name: "task.elapseditem.getlist", scopes: ["task"], missing: "own", run: listTimes },
  { name: "task.elapseditem.update", scopes: ["task"], missing: "own", run: updateTime },
  { name: "task.elapseditem.delete", scopes: ["task"], missing: "own", run: deleteTime },
];

function addTime(call: Call): Answer {
  const { portal, caller } = call;
  const given = positional(call, `${CLASS}::add`);
  const task = taskAt(call, given, notFound());
  const fields = upperKeys(mapAt(given, 1, "arFields"));
  const change = readTime(fields);
  if (!mayWork(task, caller.user)) throw denied();
  const now = isoDate(portal.now());
  const time: ElapsedTime = {
    userId: caller.user.id,
    text: "",
    seconds: 0,
    createdAt: text(fields, "CREATED_DATE") === "" ? now : isoDate(new Date(text(fields, "CREATED_DATE"))),
    ...change,
    id: nextId(portal.state, "elapsedTime"),
    taskId: task.id,
    startedAt: now,
    stoppedAt: now,
  };
  portal.state.elapsedTimes.set(time.id, time);
  return { result: time.id };
}

/** The record comes in a list, as the page shows it. */
function getTime(call: Call): Answer {
  return { result: [view(readTimeOf(call, "getdata").time)] };
}

/** Without a task, the time of every task that the caller may see. */
function listTimes(call: Call): Answer {
  const { state } = call.portal;
  const given = positional(call, `${CLASS}::getlist`);
  const hasTask = given.values.length > 0 && typeof given.values[0] !== "object";
  const values = hasTask ? given.values.slice(1) : given.values;
  const [order, filter, select, options] = values.map((value) => upperKeys({ ...(value as object) }));
  const taskId = hasTask ? taskAt(call, given, denied()).id : null;
  const sees = sightOf(state, call.caller.user);
  const times = [...state.elapsedTimes.values()].filter((time) => {
    const task = state.tasks.get(time.taskId);
    return taskId === null ? task !== undefined && sees(task) : time.taskId === taskId;
  });
  const column = (field: string) => (row: Record<string, unknown>) => row[field];
  const rows = times.map(view).filter(filterOf(filter ?? {}, column));
  const compare = orderOf(order ?? {}, column);
  const sorted = compare === null ? rows : rows.toSorted(compare);
  const names = Object.values(select ?? {}).map(String);
  const shown = pageOf(sorted, options ?? {}).map((row) => selected(row, names));
  return { result: shown, total: rows.length };
}

function updateTime(call: Call): Answer {
  const { time, given } = readTimeOf(call, "update");
  const change = readTime(upperKeys(mapAt(given, 2, "arFields")));
  if (!mayChange(call, time)) throw notPermitted();
  Object.assign(time, change);
  return { result: null };
}

function deleteTime(call: Call): Answer {
  const { time } = readTimeOf(call, "delete");
  if (!mayChange(call, time)) throw notPermitted();
  call.portal.state.elapsedTimes.delete(time.id);
  return { result: null };
}

/** One's own time, and all of a task that one may edit. */
function mayChange({ portal, caller }: Call, time: ElapsedTime): boolean {
  const task = portal.state.tasks.get(time.taskId);
  return time.userId === caller.user.id || (task !== undefined && mayEdit(task, caller.user));
}

function readTimeOf(call: Call, method: string) {
  const given = positional(call, `${CLASS}::${method}`);
  const task = taskAt(call, given, notFound());
  const time = call.portal.state.elapsedTimes.get(integerAt(given, 1, "itemId"));
  if (time?.taskId !== task.id) throw notFound();
  return { given, time };
}

function readTime(fields: Params): Partial<ElapsedTime> {
  const seconds = integer(fields, "SECONDS");
  if (seconds === null || fields["COMMENT_TEXT"] === undefined) {
    throw coreError("TASKS_ERROR_EXCEPTION_#256; SECONDS and COMMENT_TEXT are required; 256/TE/WRONG_ARGUMENTS");
  }
  const userId = integer(fields, "USER_ID");
  return { seconds, text: text(fields, "COMMENT_TEXT"), ...(userId !== null && { userId }) };
}

function view(time: ElapsedTime): Record<string, unknown> {
  return {
    ID: String(time.id),
    TASK_ID: String(time.taskId),
    USER_ID: String(time.userId),
    COMMENT_TEXT: time.text,
    SECONDS: String(time.seconds),
    MINUTES: String(Math.floor(time.seconds / 60)),
    SOURCE: BY_HAND,
    CREATED_DATE: time.createdAt,
    DATE_START: time.startedAt,
    DATE_STOP: time.stoppedAt,
  };
}

function pageOf<Row>(rows: Row[], options: Params): Row[] {
  const navigation = record(options, "NAV_PARAMS");
  const size = integer(navigation, "nPageSize") ?? DEFAULT_PAGE_SIZE;
  const number = integer(navigation, "iNumPage") ?? 1;
  return rows.slice((number - 1) * size, number * size);
}

function selected(row: Record<string, unknown>, names: string[]): Record<string, unknown> {
  if (names.length === 0 || names.includes("*")) return row;
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));
}
