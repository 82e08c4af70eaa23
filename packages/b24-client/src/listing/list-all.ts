import type { B24Client, CallOptions } from "../client.ts";
import type { MethodName, MethodParams, MethodResult } from "../methods/index.ts";
import { type Cursor, LIST_CURSORS } from "./list-cursors.ts";
import { walkByCursor } from "./walk-by-cursor.ts";
import { walkByOffset } from "./walk-by-offset.ts";

/** A row of a list, which is the result itself or the one list in it. */
export type ListRow<Name extends MethodName> =
  MethodResult<Name> extends readonly (infer Row)[]
    ? Row
    : NonNullable<MethodResult<Name>[keyof MethodResult<Name>]> extends readonly (infer Row)[]
      ? Row
      : unknown;

/**
 * All rows of a list, page by page. Where a list can be ordered by id (CRM, tasks, lists, catalog, orders) and is not
 * wanted in another order, it is walked by `>ID` without counting, many pages in one request: no row comes twice or is
 * left out when rows are added meanwhile. Other lists are walked by `next`, or by `offset` where they have it: a row that
 * comes twice is dropped, but one that a deletion has pushed to an earlier page is missed, as with everybody.
 *
 * @throws B24Error of the page that failed; the rows before it have been given. AppError `unsupported` for a list that
 * can be read by neither, saying what to use.
 * @see Bitrix24 docs: settings/how-to-call-rest-api/list-methods-pecularities
 */
export function listAll<Name extends MethodName>(
  client: B24Client,
  method: Name,
  params: MethodParams<Name>,
  options: CallOptions = {},
): AsyncGenerator<ListRow<Name>, void, undefined> {
  const cursor = LIST_CURSORS.get(method);
  const rows =
    cursor !== undefined && isWalkable(params, cursor)
      ? walkByCursor(client, { method, cursor, params: { ...params } }, options)
      : walkByOffset(client, { method, params }, options);
  // safe: the rows are the method's own, as its decoder reads them
  return rows as AsyncGenerator<ListRow<Name>, void, undefined>;
}

/** `listAll` as one array. */
export async function listAllRows<Name extends MethodName>(
  client: B24Client,
  method: Name,
  params: MethodParams<Name>,
  options?: CallOptions,
): Promise<ListRow<Name>[]> {
  const rows: ListRow<Name>[] = [];
  for await (const row of listAll(client, method, params, options)) rows.push(row);
  return rows;
}

/** The caller wants neither a page nor another order than that of the ids. */
function isWalkable(params: Readonly<Record<string, unknown>>, { order, id }: Cursor): boolean {
  const wanted = params[order];
  if (params["start"] !== undefined) return false;
  if (typeof wanted !== "object" || wanted === null) return wanted === undefined;
  return Object.entries(wanted).every(([key, way]) => key === id && String(way).toLowerCase() === "asc");
}
