import type { Answer, Call } from "../method.ts";
import { page } from "../page.ts";
import { integer, record } from "../params.ts";
import { filterOf, orderOf } from "../row-filter.ts";

type Row = Record<string, unknown>;

/** Rows that meet the call's `filter`, in its `order`, one page of them. @param fields What may be asked for. */
export function listRows(call: Call, rows: Row[], fields: readonly string[]): Answer {
  const readColumn = (field: string): ((row: Row) => unknown) | null => {
    const name = field.toUpperCase();
    return fields.includes(name) ? (row) => row[name] : null;
  };
  const matches = filterOf(record(call.params, "filter"), readColumn);
  const compare = orderOf(record(call.params, "order"), readColumn);
  const found = rows.filter(matches);
  return page(compare === null ? found : found.toSorted(compare), integer(call.params, "start") ?? 0);
}
