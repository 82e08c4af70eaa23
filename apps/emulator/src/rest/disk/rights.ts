import { ACCESS_TASKS, share } from "../../disk/access.ts";
import type { DiskObject } from "../../state/disk.ts";
import type { State } from "../../state/state.ts";
import { integer, list, text, type Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";

export type Right = { accessCode: string; taskName: string };

const ACCESS_CODE = /^(?:U\d+|DR?\d+|G\d+|AU|\*)$/;

/** `rights` of a new object: `{TASK_ID: 79, ACCESS_CODE: "U35"}` each. @throws RestError for an unknown level or code. */
export function readRights(params: Params): Right[] {
  return list(params, "rights").map((right) => {
    // safe: an object's own keys are texts, and every value is unknown.
    const given = typeof right === "object" && right !== null ? (right as Params) : {};
    const task = ACCESS_TASKS.find(({ id }) => id === integer(given, "TASK_ID"));
    const accessCode = text(given, "ACCESS_CODE");
    if (task === undefined || !ACCESS_CODE.test(accessCode)) {
      throw badRequest("ERROR_ARGUMENT", "Invalid value of parameter {rights}");
    }
    return { accessCode, taskName: task.name };
  });
}

export function giveRights(state: State, object: DiskObject, rights: Right[]): void {
  for (const { accessCode, taskName } of rights) share(state, object.id, accessCode, taskName);
}
