import type { Call } from "../method.ts";
import type { Params } from "../params.ts";
import { badRequest, type RestError } from "../rest-error.ts";

/** The calendar's refusals have no code, only words. Bitrix24 docs: api-reference/calendar. */
export const calendarError = (text: string): RestError => badRequest("", text);

export const accessDenied = (): RestError => calendarError("Access denied");
export const invalidValue = (name: string): RestError => calendarError(`Invalid value of the parameter "${name}"`);

/** @throws RestError naming the first of the parameters that the call lacks. */
export function requireParams(method: string, params: Params, names: string[]): void {
  for (const name of names) if (isMissing(params[name])) throw missing(method, name);
}

export function missing(method: string, name: string): RestError {
  return calendarError(`The required parameter "${name}" for the method "${method}" is not set`);
}

export function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

/** The calendar is closed to who comes from outside. */
export function refuseOutsiders({ caller }: Call): void {
  if (caller.user.role === "client" || caller.user.role === "bot") throw accessDenied();
}
