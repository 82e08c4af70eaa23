import { askWithRetries } from "../call-with-retries.ts";
import type { Answer, B24Client, CallOptions } from "../client.ts";
import { B24Error } from "../error.ts";
import type { MethodName, MethodParams } from "../methods/index.ts";
import { at, type Fields } from "../read-path.ts";
import { rowsIn, unseen } from "./list-rows.ts";
import { OFFSET_LISTS, type OffsetList } from "./offset-lists.ts";
import { refuseUnwalkable, unwalkable } from "./refuse-unwalkable.ts";

/** Every list takes at least this many. */
const PAGE_SIZE = 50;
const MORE_FLAGS = ["hasNextPage", "hasMore", "hasMorePages"];

type List<Name extends MethodName> = { method: Name; params: MethodParams<Name> };

/** Page after page, by `next` or as the list has it. A row that was pushed to a later page meanwhile is given once. */
export function walkByOffset<Name extends MethodName>(
  client: B24Client,
  list: List<Name>,
  options: CallOptions,
): AsyncGenerator<unknown, void, undefined> {
  const paging = OFFSET_LISTS.get(list.method);
  return paging === undefined ? walkByNext(client, list, options) : walkByLimit(client, { ...list, paging }, options);
}

async function* walkByNext<Name extends MethodName>(
  client: B24Client,
  { method, params }: List<Name>,
  options: CallOptions,
): AsyncGenerator<unknown, void, undefined> {
  refuseUnwalkable(method);
  const isNew = unseen();
  let page = params;
  for (let start = Number(at(params, "start") ?? 0); ;) {
    const { result, next } = await askWithRetries(client, method, page, options);
    if (next === null && saysMore(result) === true) throw unwalkable(method, "call it page by page as its docs say");
    yield* rowsIn(method, result).filter(isNew);
    if (next === null) return;
    if (next <= start) throw stalled(method, start);
    start = next;
    page = { ...params, start };
  }
}

async function* walkByLimit<Name extends MethodName>(
  client: B24Client,
  { method, params, paging }: List<Name> & { paging: OffsetList },
  options: CallOptions,
): AsyncGenerator<unknown, void, undefined> {
  const { within, rows: path } = paging;
  // safe: parameters are fields, and so are those that they hold
  const wanted = ((within === null ? params : at(params, within)) ?? {}) as Fields;
  const limit = Number(wanted[paging.limit] ?? PAGE_SIZE);
  const isNew = unseen();
  for (let offset = Number(wanted[paging.offset] ?? 0); ;) {
    const place = { ...wanted, [paging.limit]: limit, [paging.offset]: offset };
    const page = within === null ? { ...params, ...place } : { ...params, [within]: place };
    const answer = await askWithRetries(client, method, page, options);
    const rows = Object.values(path === null ? Object(answer.result) : Object(at(answer.result, path)));
    const fresh = rows.filter(isNew);
    yield* fresh;
    const nextOffset = offset + rows.length;
    if (!goesOn(answer, { count: rows.length, nextOffset, limit })) return;
    if (fresh.length === 0) throw stalled(method, offset);
    offset = nextOffset;
  }
}

type Page = { count: number; nextOffset: number; limit: number };

/** As the portal says it: by a flag, by `next`, by the number of rows; a list that says nothing ends with a page that is not full. */
function goesOn({ result, next, total }: Answer<MethodName>, { count, nextOffset, limit }: Page): boolean {
  const isMore = saysMore(result);
  if (isMore !== null || next !== null) return isMore ?? true;
  if (count === 0) return false;
  return total === null ? count >= limit : nextOffset < total;
}

function saysMore(result: unknown): boolean | null {
  const flags = MORE_FLAGS.map((name) => at(result, name)).filter((flag) => typeof flag === "boolean");
  return flags.length === 0 ? null : flags.includes(true);
}

/** Reading on would be endless, and ending here would hide that rows are missing. */
function stalled(method: string, offset: number): B24Error {
  const message = `The portal says that ${method} goes on after row ${offset}, and gives the same rows again`;
  return new B24Error("unreachable", message, { method, outcome: "unknown", status: 200 });
}
