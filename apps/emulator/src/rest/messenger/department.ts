import { staffOf } from "../../people/departments.ts";
import { isEmployee, profileOf } from "../../people/profiles.ts";
import type { Person } from "../../state/model.ts";
import type { Department } from "../../state/people.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { list } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { accessError, isYes, paramsOf, rangeOf, slice } from "./access.ts";
import { departmentView } from "./department-view.ts";
import { imUserView } from "./user-view.ts";

/** The structure as the messenger shows it, for people of the company only. Bitrix24 docs: im.department.*. */
export const departmentMethods: RestMethod[] = [
  { name: "im.department.get", scopes: ["im"], missing: "own", run: get },
  { name: "im.department.employees.get", scopes: ["im"], missing: "own", run: getEmployees },
  { name: "im.department.managers.get", scopes: ["im"], missing: "own", run: getManagers },
  { name: "im.department.colleagues.list", scopes: ["im"], missing: "own", run: listColleagues },
];

function get(call: Call): Answer {
  const hasUserData = isYes(paramsOf(call), "USER_DATA");
  return { result: readDepartments(call).map((item) => departmentView(call.portal, item, hasUserData)) };
}

function getEmployees(call: Call): Answer {
  return byDepartment(call, ({ id }) => staffOf(call.portal.state, id));
}

function getManagers(call: Call): Answer {
  return byDepartment(call, ({ headId }) => call.portal.state.people.get(headId ?? 0) ?? []);
}

/** People by the department's number; numbers of people unless USER_DATA asks for more. */
function byDepartment(call: Call, peopleOf: (department: Department) => Person | Person[]): Answer {
  const entries = readDepartments(call).map((department) => {
    const people = [peopleOf(department)].flat();
    return [String(department.id), people.map(shown(call))];
  });
  return { result: Object.fromEntries(entries) };
}

/** Who works in the caller's departments. */
function listColleagues(call: Call): Answer {
  const { portal, caller } = call;
  assertEmployee(call);
  const { departmentIds } = profileOf(portal.state, caller.user);
  const people = new Set(departmentIds.flatMap((id) => staffOf(portal.state, id)));
  people.delete(caller.user);
  return slice([...people].map(shown(call)), rangeOf(paramsOf(call), 10, 50));
}

function shown(call: Call): (person: Person) => unknown {
  const hasUserData = isYes(paramsOf(call), "USER_DATA");
  return (person) => (hasUserData ? imUserView(call.portal, person) : person.id);
}

/** @throws RestError when no number is given. Unknown departments are passed over. */
function readDepartments(call: Call): Department[] {
  assertEmployee(call);
  const ids = idsOf(paramsOf(call)["ID"]);
  if (ids.length === 0) throw badRequest("ID_EMPTY", "Department ID can't be empty");
  return ids.flatMap((id) => call.portal.state.departments.get(id) ?? []);
}

/** A list, or its JSON text. */
export function idsOf(given: unknown): number[] {
  if (typeof given !== "string" || !given.startsWith("[")) return list({ ID: given }, "ID").map(Number);
  try {
    const parsed: unknown = JSON.parse(given);
    return list({ ID: parsed }, "ID").map(Number);
  } catch {
    return [];
  }
}

function assertEmployee({ caller }: Call): void {
  if (!isEmployee(caller.user)) throw accessError();
}
