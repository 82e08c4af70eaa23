import type { Portal } from "../../portal.ts";
import type { Person, Task } from "../../state/model.ts";
import { TASK_STATUS } from "../../state/task.ts";
import { isoDate } from "../../wire/iso-date.ts";
import { flag, integer, list, text, type Params } from "../params.ts";
import { coreError } from "./errors.ts";

/** The fields of a task as a caller gives them, under upper-case names; only those that were given. */
export function readFields(portal: Portal, fields: Params): Partial<Task> {
  const change: Partial<Task> = {};
  const has = (name: string): boolean => fields[name] !== undefined;
  if (has("TITLE")) change.title = readTitle(fields);
  if (has("DESCRIPTION")) change.description = text(fields, "DESCRIPTION");
  if (has("XML_ID")) change.xmlId = text(fields, "XML_ID") || null;
  if (has("PRIORITY")) change.priority = readPriority(fields);
  if (has("STATUS")) change.status = readStatus(fields);
  if (has("MARK")) change.mark = ["P", "N"].includes(text(fields, "MARK")) ? text(fields, "MARK") : null;
  if (has("RESPONSIBLE_ID")) change.responsibleId = readUser(portal, fields, "RESPONSIBLE_ID", "Responsible person").id;
  if (has("CREATED_BY")) change.createdBy = readUser(portal, fields, "CREATED_BY", "Created by").id;
  if (has("ACCOMPLICES")) change.accompliceIds = readUsers(portal, fields, "ACCOMPLICES", "Participants");
  if (has("AUDITORS")) change.auditorIds = readUsers(portal, fields, "AUDITORS", "Observers");
  if (has("GROUP_ID")) change.groupId = readGroup(portal, fields);
  if (has("STAGE_ID")) change.stageId = integer(fields, "STAGE_ID") ?? 0;
  if (has("PARENT_ID")) change.parentId = readParent(portal, fields);
  if (has("TAGS")) change.tags = readTags(fields);
  if (has("UF_CRM_TASK")) change.crmLinks = list(fields, "UF_CRM_TASK").map(String);
  if (has("DEADLINE")) change.deadline = readMoment(fields, "DEADLINE");
  if (has("START_DATE_PLAN")) change.startPlanAt = readMoment(fields, "START_DATE_PLAN");
  if (has("END_DATE_PLAN")) change.endPlanAt = readMoment(fields, "END_DATE_PLAN");
  if (has("TIME_ESTIMATE")) change.timeEstimateSeconds = integer(fields, "TIME_ESTIMATE") ?? 0;
  if (has("ALLOW_CHANGE_DEADLINE")) change.allowsDeadlineChange = flag(fields, "ALLOW_CHANGE_DEADLINE", false);
  if (has("ALLOW_TIME_TRACKING")) change.allowsTimeTracking = flag(fields, "ALLOW_TIME_TRACKING", false);
  if (has("TASK_CONTROL")) change.needsControl = flag(fields, "TASK_CONTROL", false);
  if (has("MATCH_WORK_TIME")) change.matchesWorkTime = flag(fields, "MATCH_WORK_TIME", false);
  return change;
}

/** Values of the portal's own task fields. @throws RestError when a mandatory one would stay empty. */
export function readOwnFields(portal: Portal, fields: Params, before: Task["userFields"]): Task["userFields"] {
  const values = { ...before };
  for (const { name, isMandatory } of portal.state.taskUserFields.values()) {
    if (fields[name] !== undefined) values[name] = fields[name];
    if (isMandatory && ["", undefined, null].includes(values[name] as string | null | undefined)) {
      throw coreError(`The required field ${name} is empty`);
    }
  }
  return values;
}

/** @throws RestError when the plan ends before it starts. */
export function checkPlan({ startPlanAt, endPlanAt }: Pick<Task, "startPlanAt" | "endPlanAt">): void {
  if (startPlanAt !== null && endPlanAt !== null && Date.parse(endPlanAt) < Date.parse(startPlanAt)) {
    throw coreError("The planned end date is earlier than the start date");
  }
}

function readTitle(fields: Params): string {
  const title = text(fields, "TITLE").trim();
  if (title === "") throw coreError("The task name is not specified.");
  return title;
}

function readPriority(fields: Params): string {
  const priority = text(fields, "PRIORITY");
  return ["0", "1", "2"].includes(priority) ? priority : "1";
}

function readStatus(fields: Params): string {
  const status = text(fields, "STATUS");
  if (!Object.values(TASK_STATUS).includes(status)) throw coreError("The status is not valid");
  return status;
}

function readUser(portal: Portal, fields: Params, name: string, label: string): Person {
  const id = integer(fields, name);
  const person = id === null ? undefined : portal.state.people.get(id);
  if (person === undefined || person.role === "client" || person.role === "bot") {
    throw coreError(`The user specified in the field &quot;${label}&quot; was not found.`);
  }
  return person;
}

function readUsers(portal: Portal, fields: Params, name: string, label: string): number[] {
  const ids = list(fields, name).map((id) => readUser(portal, { [name]: id }, name, label).id);
  return [...new Set(ids)];
}

function readParent(portal: Portal, fields: Params): number | null {
  const id = integer(fields, "PARENT_ID") ?? 0;
  if (id === 0) return null;
  if (!portal.state.tasks.has(id))
    throw coreError("The task specified in the field &quot;Parent task&quot; was not found");
  return id;
}

function readGroup(portal: Portal, fields: Params): number {
  const id = integer(fields, "GROUP_ID") ?? 0;
  if (id !== 0 && !portal.state.workGroups.has(id)) throw coreError("The project was not found");
  return id;
}

/** A list, or one text with commas. */
function readTags(fields: Params): string[] {
  const given = list(fields, "TAGS").flatMap((tag) => String(tag).split(","));
  return [...new Set(given.map((tag) => tag.trim()).filter((tag) => tag !== ""))];
}

function readMoment(fields: Params, name: string): string | null {
  const value = text(fields, name);
  if (value === "") return null;
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) throw coreError(`The value of the field ${name} is not a date`);
  return isoDate(moment);
}
