import type { Answer } from "../method.ts";
import { page } from "../page.ts";
import { integer, list, record, upperKeys, type Params } from "../params.ts";
import { badRequest } from "../rest-error.ts";
import { filterOf, orderOf } from "../row-filter.ts";

type Row = Record<string, unknown>;

/**
 * A page of rows as every list of business processes answers it: SELECT, FILTER, ORDER and START.
 *
 * @param byDefault The columns without a SELECT.
 */
export function answerRows(rows: Row[], given: Params, byDefault: string[]): Answer {
  const params = upperKeys(given);
  const { SELECT } = params;
  if (SELECT !== undefined && typeof SELECT !== "object") {
    throw badRequest("ERROR_SELECT_VALIDATION_FAILURE", "Invalid data in SELECT parameter");
  }
  const column = (field: string) => (row: Row) => row[field];
  const found = rows.filter(filterOf(upperKeys(record(params, "FILTER")), column));
  const order = upperKeys(record(params, "ORDER"));
  const compare = orderOf(Object.keys(order).length === 0 ? { ID: "desc" } : order, column);
  const counted = page(compare === null ? found : found.toSorted(compare), integer(params, "START") ?? 0);
  const wanted = list(params, "SELECT").map((name) => String(name).toUpperCase());
  const names = wanted.length === 0 ? byDefault : wanted;
  return { ...counted, result: counted.result.map((row) => selected(row, names)) };
}

function selected(row: Row, names: string[]): Row {
  if (names.includes("*")) return row;
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));
}
