import { documentedFields } from "../catalog/documented-fields.ts";
import { refused } from "../catalog/table.ts";
import type { Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";

/** Codes of the shop. Bitrix24 docs: api-reference/sale, error codes. */
export const MAY_NOT_READ = badRequest("200040300010", "Access Denied");
const MAY_NOT_WRITE = badRequest("200040300020", "Access Denied");

/** Only managers of the shop see and change what is in it. @param code Of a record that there is not. */
export function errorsOf(code: string, thing: string, mayNotWrite = MAY_NOT_WRITE) {
  return { notFound: badRequest(code, `${thing} is not exists`), mayNotRead: MAY_NOT_READ, mayNotWrite };
}

/** @throws RestError that names the fields which are missing or empty. */
export function checkRequired(given: Params, names: readonly string[]): void {
  const missing = names.filter((name) => given[name] === undefined || given[name] === null || given[name] === "");
  if (missing.length > 0) throw refused(`Required fields: ${missing.join(", ")}`);
}

type FieldRule = { isReadOnly: boolean; isImmutable: boolean };

/** Which fields a caller may set, as a method that describes them says. */
export function settableBy(method: string, key: string): (field: string, verb: "add" | "update") => boolean {
  // safe: Bitrix24 docs: every field of such an answer is a rest_field_description
  const rules = documentedFields(method, key) as Record<string, FieldRule>;
  return (field, verb) => {
    const rule = rules[field];
    return rule !== undefined && !rule.isReadOnly && !(verb === "update" && rule.isImmutable);
  };
}
