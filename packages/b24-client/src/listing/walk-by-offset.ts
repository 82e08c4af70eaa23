import { askWithRetries } from "../call-with-retries.ts";
import type { B24Client, CallOptions } from "../client.ts";
import { type Fields, rowsAt, textAt } from "../read-path.ts";
import type { MethodName, MethodParams } from "../methods/index.ts";

/** Page after page by `next`. A row that was pushed to a later page meanwhile is given once. */
export async function* walkByOffset<Name extends MethodName>(
  client: B24Client,
  method: Name,
  params: MethodParams<Name>,
  options: CallOptions,
): AsyncGenerator<Fields, void, undefined> {
  const given = new Set<string>();
  let page = params;
  for (;;) {
    const { result, next } = await askWithRetries(client, method, page, options);
    for (const row of rowsIn(result)) {
      const id = textAt(row, "ID") ?? textAt(row, "id");
      if (id !== null && given.has(id)) continue;
      if (id !== null) given.add(id);
      yield row;
    }
    if (next === null) return;
    page = { ...params, start: next };
  }
}

/** The result itself, or the one list in it. */
function rowsIn(result: unknown): Fields[] {
  if (Array.isArray(result) || typeof result !== "object" || result === null) return rowsAt(result);
  const lists = Object.keys(result).filter((key) => Array.isArray(Reflect.get(result, key)));
  return lists.length === 1 ? rowsAt(result, ...lists) : [];
}
