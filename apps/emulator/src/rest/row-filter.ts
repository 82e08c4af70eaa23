import { camelKey } from "../wire/key-case.ts";
import { list } from "./params.ts";
import type { Params } from "./params.ts";
import { badRequest } from "./rest-error.ts";

type Row = Record<string, unknown>;

/** One condition of a filter, such as `{"!REAL_STATUS": [4, 5]}`: any of the values will do. */
export type Condition = { operator: string; column: string; values: string[] };

const CONDITION = /^(?<operator>!=|<=|>=|!|=|<|>|%)?(?<field>[A-Z_0-9]+)$/;

/**
 * Reads a `filter` whose keys are a comparison and a field.
 *
 * @param columns Field of a filter → key of a row.
 * @throws RestError for a field that is not among them. A portal ignores it, which would hide a mistake here.
 */
export function readFilter(filter: Params, columns: Record<string, string>): Condition[] {
  return Object.keys(filter).map((key) => {
    const { operator = "=", field = "" } = CONDITION.exec(key)?.groups ?? {};
    const column = columns[field];
    if (column === undefined) throw badRequest("ERROR_ARGUMENT", `The filter field ${key} is not known`);
    const given = list(filter, key).map(String);
    // No value at all asks for rows where the field is empty.
    return { operator, column, values: given.length === 0 ? [""] : given };
  });
}

/** Whether a row meets every condition. */
export function matchesFilter(row: Row, conditions: Condition[]): boolean {
  return conditions.every(({ operator, column, values }) => {
    const found = String(row[column] ?? "");
    if (operator.startsWith("!")) return !values.some((value) => isEqual(found, value));
    return values.some((value) => meets(operator, found, value));
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
  return found === wanted || (isMoment(found) && isMoment(wanted) && compare(found, wanted) === 0);
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
  const column = camelKey(field);
  const sign = String(direction).toLowerCase().startsWith("asc") ? 1 : -1;
  return rows.toSorted((one, other) => sign * compare(String(one[column] ?? ""), String(other[column] ?? "")));
}
