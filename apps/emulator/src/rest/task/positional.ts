import type { Task } from "../../state/model.ts";
import type { Call } from "../method.ts";
import type { Params } from "../params.ts";
import { coreError } from "./errors.ts";
import { visibleTask } from "./find-task.ts";
import type { RestError } from "../rest-error.ts";

/** Names of a call that belong to the portal's door and not to the method. */
const CREDENTIALS = new Set(["auth", "access_token"]);

/**
 * Parameters of the old task classes, which are bound by their place in the call and not by their name: named ones have
 * to come in the documented order, and `0=…&1=…` is the same. Bitrix24 docs: task-comment-item-get-list.
 */
type Positional = { method: string; values: unknown[] };

/** @param method The PHP class and method that the portal names in its refusals: `ctaskcommentitem::get`. */
export function positional({ params }: Call, method: string): Positional {
  const entries = Object.entries(params).filter(([name]) => !CREDENTIALS.has(name));
  return { method, values: entries.map(([, value]) => value) };
}

/** A whole number at a place. @throws RestError in the words of the portal's argument check. */
export function integerAt({ method, values }: Positional, place: number, name: string): number {
  const value = values[place];
  if (value === undefined) throw notGiven(method, place, name);
  if (!/^-?\d{1,15}$/.test(String(value).trim())) {
    throw wrongArguments(
      `Param #${place} (${name}) for method ${method}() expected to be of type "integer", but given something else.`,
    );
  }
  return Number(value);
}

/** A map at a place. @throws RestError when there is none. */
export function mapAt({ method, values }: Positional, place: number, name: string): Params {
  const value = values[place];
  if (value === undefined) throw notGiven(method, place, name);
  if (typeof value !== "object" || value === null) {
    throw wrongArguments(
      `Param #${place} (${name}) for method ${method}() expected to be of type "array", but given something else.`,
    );
  }
  return { ...value };
}

/** A map that may be left out, whose keys have to be known: a filter may put a comparison before them. */
export function knownKeysAt(
  { method, values }: Positional,
  place: number,
  name: string,
  isKnown: (key: string) => boolean,
): Params {
  const value = values[place];
  if (typeof value !== "object" || value === null) return {};
  for (const key of Object.keys(value)) {
    if (!isKnown(key))
      throw wrongArguments(`Param #${place} (${name}) for method ${method}() must not contain key "${key}".`);
  }
  return { ...value };
}

/** The task whose number stands first. @throws RestError `refusal` when it is absent or not the caller's to see. */
export function taskAt(call: Call, given: Positional, refusal: RestError): Task {
  const task = visibleTask(call.portal.state, integerAt(given, 0, "taskId"), call.caller.user);
  if (task === null) throw refusal;
  return task;
}

export const actionFailed = (text = "Action failed"): RestError =>
  coreError(`TASKS_ERROR_EXCEPTION_#8; ${text}; 8/TE/ACTION_FAILED_TO_BE_PROCESSED`);
export const actionNotAllowed = (text = "Action is not allowed"): RestError =>
  coreError(`TASKS_ERROR_EXCEPTION_#4; ${text}; 4/TE/ACTION_NOT_ALLOWED`);
export const itemNotFound = (): RestError =>
  coreError(
    "TASKS_ERROR_EXCEPTION_#512; Check listitem not found or not accessible; 512/TE/ITEM_NOT_FOUND_OR_NOT_ACCESSIBLE",
  );
export const assertFailed = (): RestError => coreError("TASKS_ERROR_ASSERT_EXCEPTION");

function notGiven(method: string, place: number, name: string): RestError {
  return wrongArguments(`Param #${place} (${name}) expected by method ${method}(), but not given.`);
}

function wrongArguments(text: string): RestError {
  return coreError(`TASKS_ERROR_EXCEPTION_#256; ${text}; 256/TE/WRONG_ARGUMENTS`);
}
