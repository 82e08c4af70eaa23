import { specOf, type ParamSpec } from "@botdeck/b24-spec";

import type { RestMethod } from "./method.ts";
import type { Params } from "./params.ts";
import { RestError } from "./rest-error.ts";

/** What the portal's own binder of parameters says of every fault. */
const BINDER = "100";

/**
 * Refuses a call that lacks a parameter which the documentation requires, or gives one a value of another kind.
 *
 * @throws RestError in the portal's words.
 */
export function checkParams(method: RestMethod, params: Params): void {
  if (method.missing === "own") return;
  const given = new Map(Object.entries(params).map(([name, value]) => [name.toLowerCase(), value]));
  for (const param of specOf(method.name)?.params ?? []) {
    const value = given.get(param.name.toLowerCase());
    if (value === undefined || value === null) {
      if (param.isRequired) throw method.missing?.[param.name] ?? missingParameter(param.name);
    } else if (!isOfKind(param, value)) throw method.missing?.[param.name] ?? wrongKind(param, value);
  }
}

/** Bitrix24 docs: error code 100 on the pages of the methods that bind their parameters. */
export function missingParameter(name: string): RestError {
  return new RestError(400, BINDER, `Could not find value for parameter {${name}}`, name);
}

function wrongKind({ name, kind }: ParamSpec, value: unknown): RestError {
  const type = kind === "integer" ? "int" : kind;
  const shown = typeof value === "object" ? "Array" : String(value);
  const description = `Invalid value {${shown}} to match with parameter {${name}}. Should be value of type ${type}.`;
  return new RestError(400, BINDER, description, name);
}

/** Only what cannot be meant is refused: forms carry every scalar as text, and PHP takes a number for a text. */
function isOfKind({ kind }: ParamSpec, value: unknown): boolean {
  if (kind === "integer") return /^-?\d+$/.test(String(value).trim()) || typeof value === "boolean" || value === "";
  if (kind === "number") return value === "" || !Number.isNaN(Number(value));
  if (kind === "array" || kind === "object") return typeof value === "object" || value === "";
  return true;
}
