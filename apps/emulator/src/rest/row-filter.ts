import { camelKey } from "../wire/key-case.ts";
import { list } from "./params.ts";
import type { Params } from "./params.ts";
import { badRequest } from "./rest-error.ts";

type Row = Record<string, unknown>;

const CONDITION = /^(?<operator>!=|<=|>=|!|=|<|>|%)?(?<field>[A-Z_0-9]+)$/;
/** Names that differ between a filter and an answer. */
const ALIASES: Record<string, string> = { REAL_STATUS: "STATUS", STATUS: "SUB_STATUS" };

/**
 * Whether a row meets every condition of a `filter`, such as `{"!REAL_STATUS": [4, 5], "<DEADLINE": "2026-…"}`.
 * A list means any of its values. The documentation does not name XML_ID as a filter of tasks; portals take it.
 *
 * @throws RestError for a field that rows do not have: a portal ignores it, which hides a mistake.
 */
export function matchesFilter(row: Row, filter: Params): boolean {
  return Object.keys(filter).every((key) => {
    const { operator = "=", field = "" } = CONDITION.exec(key)?.groups ?? {};
    const name = camelKey(ALIASES[field] ?? field);
    if (!Object.hasOwn(row, name)) throw badRequest("ERROR_ARGUMENT", `The filter field ${key} is not known`);
    const value = filter[key];
    const given = list({ value }, "value");
    // No value at all asks for rows where the field is empty.
    const wanted = given.length === 0 ? [""] : given;
    const found = String(row[name] ?? "");
    if (operator.startsWith("!")) return !wanted.some((item) => isEqual(found, String(item)));
    return wanted.some((item) => meets(operator, found, String(item)));
  });
}

function meets(operator: string, found: string, wanted: string): boolean {
  if (operator === "=") return isEqual(found, wanted);
  if (operator === "%") return found.toLowerCase().includes(wanted.toLowerCase());
  if (found === "") return false;
  const order = compare(found, wanted);
  if (operator === "<") return order < 0;
  if (operator === "<=") return order <= 0;
  return operator === ">" ? order > 0 : order >= 0;
}

function isEqual(found: string, wanted: string): boolean {
  return found === wanted || (found !== "" && wanted !== "" && isMoment(found) && compare(found, wanted) === 0);
}

function isMoment(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(value);
}

function compare(one: string, other: string): number {
  if (isMoment(one)) return Date.parse(one) - Date.parse(other);
  const difference = Number(one) - Number(other);
  return Number.isNaN(difference) ? one.localeCompare(other) : difference;
}

/** Rows in the order of the first key of `order`; without one the newest id comes first. */
export function sortRows(rows: Row[], order: Params): Row[] {
  const [field = "ID", direction = "desc"] = Object.entries(order)[0] ?? [];
  const name = camelKey(ALIASES[field] ?? field);
  const sign = String(direction).toLowerCase().startsWith("asc") ? 1 : -1;
  return rows.toSorted((one, other) => sign * compare(String(one[name] ?? ""), String(other[name] ?? "")));
}
