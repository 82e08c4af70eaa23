import { badRequest, type RestError } from "../rest-error.ts";

/** Refusals as the task methods of a portal word them: numbers as codes, HTML in the text. Bitrix24 docs: api-reference/tasks. */
const BINDER = "100";
const REFUSED = "0";
/** What the newer access checks answer with. */
const ACTION_CHECK = "1048582";

export const missingTaskId = (): RestError =>
  badRequest(BINDER, "CTaskItem All parameters in the constructor must have real class type (internal error)");

export const missingValue = (name: string): RestError =>
  badRequest(BINDER, `Could not find value for parameter {${name}} (internal error)`);

export const wrongType = (name: string, value: unknown, type: string): RestError =>
  badRequest(
    BINDER,
    `Invalid value {${String(value)}} to match with parameter {${name}}. Should be value of type ${type}. (internal error)`,
  );

export const wrongTaskId = (): RestError => badRequest(REFUSED, "wrong task id (internal error)");
export const accessDenied = (): RestError => badRequest(REFUSED, "Access denied. (internal error)");
export const notAllowed = (): RestError => badRequest(REFUSED, "Action on the task is not allowed (internal error)");
export const actionRefused = (text = "Action on the task is not allowed"): RestError =>
  badRequest(ACTION_CHECK, `${text} (internal error)`);

/** A fault in the fields of a task. */
export const coreError = (text: string): RestError => badRequest("ERROR_CORE", `${text}<br>`);
