import { changeProfile, isEmployee, profileOf } from "../../people/profiles.ts";
import { TRUE } from "../method.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { flag, integer, list, text, upperKeys, type Params } from "../params.ts";
import { badRequest, forbidden } from "../rest-error.ts";
import { fieldsFor } from "./user-fields.ts";

/** Fields with a place of their own, and those that nobody sets. */
const NOT_FREE = new Set([
  "ID",
  "ACTIVE",
  "NAME",
  "LAST_NAME",
  "EMAIL",
  "PERSONAL_GENDER",
  "PERSONAL_BIRTHDAY",
  "PERSONAL_MOBILE",
  "PERSONAL_PHOTO",
  "WORK_PHONE",
  "WORK_POSITION",
  "UF_PHONE_INNER",
  "UF_DEPARTMENT",
  "LAST_LOGIN",
  "DATE_REGISTER",
  "IS_ONLINE",
  "TIMESTAMP_X",
  "LAST_ACTIVITY_DATE",
  "USER_TYPE",
]);

/** Bitrix24 docs: user.update. */
export const userUpdateMethods: RestMethod[] = [{ name: "user.update", scopes: ["user"], run: update }];

/** An administrator changes an account; what is not given stays. */
function update({ portal, caller, params }: Call): Answer {
  if (caller.user.role !== "manager") throw forbidden("ACCESS_DENIED", "Access denied");
  const { state } = portal;
  const given = upperKeys(params);
  const person = state.people.get(integer(given, "ID") ?? 0);
  if (person === undefined || !isEmployee(person)) throw badRequest("ERROR_CORE", "User not found");
  const before = profileOf(state, person);
  const departmentIds = given["UF_DEPARTMENT"] === undefined ? before.departmentIds : departmentsIn(given);
  const unknown = departmentIds.find((id) => !state.departments.has(id));
  if (unknown !== undefined) throw badRequest("ERROR_CORE", `Department ${unknown} does not exist`);

  person.firstName = textOr(given, "NAME", person.firstName);
  person.lastName = textOr(given, "LAST_NAME", person.lastName);
  person.workPosition = textOr(given, "WORK_POSITION", person.workPosition);
  if (/^[MF]$/.test(text(given, "PERSONAL_GENDER"))) person.gender = text(given, "PERSONAL_GENDER") === "F" ? "F" : "M";
  changeProfile(state, person, {
    departmentIds,
    isActive: flag(given, "ACTIVE", before.isActive),
    email: textOr(given, "EMAIL", before.email),
    personalMobile: textOr(given, "PERSONAL_MOBILE", before.personalMobile),
    workPhone: textOr(given, "WORK_PHONE", before.workPhone),
    innerPhone: textOr(given, "UF_PHONE_INNER", before.innerPhone),
    birthday: textOr(given, "PERSONAL_BIRTHDAY", before.birthday).slice(0, "YYYY-MM-DD".length),
    fields: { ...before.fields, ...freeFields(given) },
  });
  portal.live.publish({ type: "people", person });
  return TRUE;
}

function departmentsIn(given: Params): number[] {
  return list(given, "UF_DEPARTMENT").map(Number);
}

function textOr(given: Params, name: string, fallback: string): string {
  return given[name] === undefined ? fallback : text(given, name);
}

function freeFields(given: Params): Record<string, string> {
  const names = Object.keys(fieldsFor(["user"])).filter((name) => !NOT_FREE.has(name) && given[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, text(given, name)]));
}
