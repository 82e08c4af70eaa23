import { randomUUID } from "node:crypto";

import { announce } from "../events/app-events.ts";
import type { Person, Task } from "../state/model.ts";
import { nextId } from "../state/state.ts";
import { isoDate } from "../wire/iso-date.ts";
import type { Answer, Call, RestMethod } from "./method.ts";
import { page } from "./page.ts";
import { integer, list, record, text, upperKeys } from "./params.ts";
import { badRequest, RestError } from "./rest-error.ts";
import { matchesFilter, readFilter, sortRows } from "./row-filter.ts";
import { camelKey } from "../wire/key-case.ts";
import { taskRow } from "./task-row.ts";

const SCOPES = ["task"];
const MISSING_PARAMETER = "100";
const PENDING = "2";
const NORMAL_PRIORITY = "1";

/** The page names all but XML_ID and GUID, which portals take too. REAL_STATUS is the `status` of an answer. */
const FILTER_COLUMNS = {
  ID: "id",
  PARENT_ID: "parentId",
  GROUP_ID: "groupId",
  STAGE_ID: "stageId",
  TITLE: "title",
  CREATED_BY: "createdBy",
  RESPONSIBLE_ID: "responsibleId",
  PRIORITY: "priority",
  REAL_STATUS: "status",
  STATUS: "subStatus",
  MARK: "mark",
  DEADLINE: "deadline",
  CREATED_DATE: "createdDate",
  CHANGED_DATE: "changedDate",
  CLOSED_DATE: "closedDate",
  XML_ID: "xmlId",
  GUID: "guid",
};

/** Bitrix24 docs: api-reference/tasks. */
export const taskMethods: RestMethod[] = [
  { name: "tasks.task.add", scopes: SCOPES, missing: "own", run: add },
  { name: "tasks.task.get", scopes: SCOPES, missing: "own", run: getTask },
  { name: "tasks.task.list", scopes: SCOPES, missing: "own", run: listTasks },
];

function add(call: Call): Answer {
  const { portal, caller, params } = call;
  if (params["fields"] === undefined) throw missing("fields");
  const fields = upperKeys(record(params, "fields"));
  const title = text(fields, "TITLE").trim();
  if (title === "") throw badRequest("ERROR_CORE", "The task name is not specified.<br>");
  const task: Task = {
    id: nextId(portal.state, "task"),
    title,
    description: text(fields, "DESCRIPTION"),
    responsibleId: readUser(call, fields, "RESPONSIBLE_ID"),
    createdBy: fields["CREATED_BY"] === undefined ? caller.user.id : readUser(call, fields, "CREATED_BY"),
    deadline: readMoment(text(fields, "DEADLINE")),
    xmlId: text(fields, "XML_ID") || null,
    priority: text(fields, "PRIORITY") || NORMAL_PRIORITY,
    status: PENDING,
    createdAt: isoDate(portal.now()),
    guid: `{${randomUUID()}}`,
  };
  portal.state.tasks.set(task.id, task);
  portal.live.publish({ type: "task", task });
  announce(portal, "ONTASKADD", addedData(task), caller.user.id);
  return { result: { task: taskRow(portal.state, task) } };
}

/** A task that is absent, or not the caller's to see, is an empty list. */
function getTask({ portal, caller, params }: Call): Answer {
  const id = integer(params, "taskId");
  if (id === null) throw missing("taskId");
  const task = portal.state.tasks.get(id);
  if (task === undefined || !isVisible(task, caller.user)) return { result: [] };
  return { result: { task: selected(taskRow(portal.state, task), list(params, "select")) } };
}

function listTasks({ portal, caller, params }: Call): Answer {
  const tasks = [...portal.state.tasks.values()].filter((task) => isVisible(task, caller.user));
  const rows = tasks.map((task) => taskRow(portal.state, task));
  const conditions = readFilter(upperKeys(record(params, "filter")), FILTER_COLUMNS);
  const found = rows.filter((row) => matchesFilter(row, conditions));
  const sorted = sortRows(found, upperKeys(record(params, "order")));
  const { result, ...counted } = page(sorted, integer(params, "start") ?? 0);
  return { result: { tasks: result.map((row) => selected(row, list(params, "select"))) }, ...counted };
}

function isVisible(task: Task, user: Person): boolean {
  return user.role === "manager" || task.responsibleId === user.id || task.createdBy === user.id;
}

/** The wanted fields, and always the id. No selection, or `*`, gives all. */
function selected(row: Record<string, unknown>, select: unknown[]): Record<string, unknown> {
  const names = select.map((name) => camelKey(String(name)));
  if (names.length === 0 || names.includes("*")) return row;
  const kept = Object.entries(row).filter(([name]) => name === "id" || names.includes(name));
  return Object.fromEntries(kept);
}

function readUser({ portal }: Call, fields: Record<string, unknown>, name: string): number {
  const id = integer(fields, name);
  const person = id === null ? undefined : portal.state.people.get(id);
  if (person === undefined || person.role === "client" || person.role === "bot") {
    throw badRequest("ERROR_CORE", `The user in the field ${name} is not found.<br>`);
  }
  return person.id;
}

function readMoment(value: string): string | null {
  if (value === "") return null;
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) throw badRequest("ERROR_CORE", "The deadline is not a date.<br>");
  return isoDate(moment);
}

function missing(name: string): RestError {
  return badRequest(MISSING_PARAMETER, `Could not find value for parameter {${name}}`);
}

function addedData(task: Task): Record<string, unknown> {
  return {
    FIELDS_BEFORE: "undefined",
    FIELDS_AFTER: { ID: task.id },
    IS_ACCESSIBLE_BEFORE: "N",
    IS_ACCESSIBLE_AFTER: "undefined",
  };
}
