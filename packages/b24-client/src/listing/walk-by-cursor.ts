import { batchCommand } from "../calling/batchable.ts";
import { encodeQuery } from "../calling/encode-query.ts";
import { durationOf } from "../calling/note-times.ts";
import { readBatch } from "../calling/read-batch.ts";
import { askWithRetries, callWithRetries } from "../call-with-retries.ts";
import type { B24Client, CallOptions } from "../client.ts";
import { toB24Error } from "../describe-failure.ts";
import { secretParams } from "../hide-secrets.ts";
import { rowsAt, textAt, type Fields } from "../read-path.ts";
import { decodeResult, type MethodName, type MethodParams } from "../methods/index.ts";
import type { Cursor } from "./list-cursors.ts";

const PAGE_SIZE = 50;
const MAX_PAGES = 50;
/** A chain of pages may keep the portal busy for this long; it stops a request at 60,000, and clients give up earlier. */
const CHAIN_MS = 5_000;

type List = { method: MethodName; cursor: Cursor; params: Fields };
type Chained = { rows: Fields[]; durationMs: number };

/** The first page counts the rows, so that the pages after it can be chained in as few requests as they need. */
export async function* walkByCursor(
  client: B24Client,
  list: List,
  options: CallOptions,
): AsyncGenerator<Fields, void, undefined> {
  // safe: the parameters are those of the list, with a filter and an order that it takes
  const params = pageParams(list, null, 0) as MethodParams<MethodName>;
  const first = await askWithRetries(client, list.method, params, options);
  const rows = rowsOf(list, first.result);
  yield* rows;
  if (rows.length < PAGE_SIZE) return;
  let lastId = lastIdOf(list, rows);
  // What cannot be written in a batch as it is, such as a searched text that looks like a reference, is read page by page.
  // As its pages are written: an empty filter of the caller's has the id in it by then.
  const isChainable = batchCommand(list.method, pageParams(list, "0", -1)) !== null;
  let rowsLeft = (first.total ?? Number.POSITIVE_INFINITY) - rows.length;
  let pageMs = first.durationMs ?? CHAIN_MS / MAX_PAGES;
  while (lastId !== null) {
    const fitting = Math.floor(CHAIN_MS / Math.max(pageMs, 1));
    const pages = Math.max(1, Math.min(MAX_PAGES, fitting, Math.ceil(rowsLeft / PAGE_SIZE)));
    const chain = isChainable
      ? await readChain(client, list, { afterId: lastId, pages }, options)
      : await readPage(client, list, lastId, options);
    for (const page of chain) {
      yield* page.rows;
      if (page.rows.length < PAGE_SIZE) return;
      lastId = lastIdOf(list, page.rows);
      rowsLeft -= page.rows.length;
      pageMs = page.durationMs;
    }
  }
}

/** Pages in one request, each after the last row of the one before. The first failing page ends them. */
async function readChain(
  client: B24Client,
  list: List,
  { afterId, pages }: { afterId: string; pages: number },
  options: CallOptions,
): Promise<Chained[]> {
  const path = list.cursor.rows === null ? "" : `[${list.cursor.rows}]`;
  const commands = Array.from({ length: pages }, (_, index) => ({ key: `p${index}`, method: list.method }));
  const cmd = Object.fromEntries(
    commands.map(({ key, method }, index) => {
      const after = index === 0 ? afterId : `$result[p${index - 1}]${path}[${PAGE_SIZE - 1}][${list.cursor.rowId}]`;
      return [key, `${method}?${encodeQuery(pageParams(list, after, -1))}`];
    }),
  );
  // Halting, for without its predecessor a page would begin anew. Reading may be repeated.
  const batch = { halt: 1, cmd } as unknown as MethodParams<"batch">; // safe: the portal takes 0 and 1
  const result = await callWithRetries(client, "batch", batch, { ...options, idempotent: true });
  const chain: Chained[] = [];
  for (const { status, outcome } of readBatch(result, commands)) {
    if (!outcome.ok) {
      // Later pages are asked for anew, after the last row that came.
      if (chain.length > 0) return chain;
      throw toB24Error(list.method, status, outcome.failure, secretParams(list.params));
    }
    const rows = rowsOf(list, decodeResult(list.method, outcome.answer.result));
    chain.push({ rows, durationMs: durationOf(outcome.answer["time"]) ?? 0 });
    if (rows.length < PAGE_SIZE) return chain;
  }
  return chain;
}

async function readPage(client: B24Client, list: List, afterId: string, options: CallOptions): Promise<Chained[]> {
  // safe: as for the first page
  const params = pageParams(list, afterId, -1) as MethodParams<MethodName>;
  const { result, durationMs } = await askWithRetries(client, list.method, params, options);
  return [{ rows: rowsOf(list, result), durationMs: durationMs ?? 0 }];
}

function pageParams({ cursor, params }: List, afterId: string | null, start: number): Fields {
  const { filter, order, select, id } = cursor;
  const wanted = params[filter];
  const after = afterId === null ? {} : { [`>${id}`]: afterId };
  const filters = typeof wanted === "object" && wanted !== null ? { ...wanted, ...after } : after;
  const columns = params[select];
  const isBlind = Array.isArray(columns) && columns.length > 0 && !columns.includes(id) && !columns.includes("*");
  return {
    ...params,
    [filter]: filters,
    [order]: { [id]: "ASC" },
    ...(isBlind && { [select]: [...columns, id] }),
    start,
  };
}

function rowsOf({ cursor }: List, result: unknown): Fields[] {
  return cursor.rows === null ? rowsAt(result) : rowsAt(result, cursor.rows);
}

/** Null when the rows do not show it, which ends the walk rather than begin it anew. */
function lastIdOf({ cursor }: List, rows: readonly Fields[]): string | null {
  return textAt(rows.at(-1), cursor.rowId);
}
