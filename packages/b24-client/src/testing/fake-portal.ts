import { parseForm } from "../events/parse-form.ts";
import { type HttpAnswer, TransportError, type Transport } from "../transport.ts";

type Params = Record<string, unknown>;
/** Answers a method; what it throws (`{ error, error_description }`) the portal refuses with. */
export type FakeMethod = (params: Params) => unknown;
export type FakeRequest = { method: string; params: Params; commands: string[] };
/** How one request ends instead of with its answer. The work is done, unless it is refused. */
export type Ending = "cut" | HttpAnswer;

const PAGE_SIZE = 50;

/**
 * A portal that runs methods and batches, `$result[…]` references included, for tests of what the client makes of many
 * calls.
 *
 * @param ending Tells of each request how it ends; undefined is well.
 */
export function createFakePortal(
  methods: Readonly<Record<string, FakeMethod>>,
  ending: (request: FakeRequest, index: number) => Ending | undefined = () => undefined,
): { transport: Transport; requests: FakeRequest[] } {
  const requests: FakeRequest[] = [];
  const run = (method: string, params: Params): Params => {
    const known = methods[method];
    if (known === undefined) return { error: "ERROR_METHOD_NOT_FOUND", error_description: method };
    try {
      return { result: known(params) };
    } catch (refusal) {
      return refusal as Params; // safe: the test's own refusals
    }
  };

  const runBatch = (cmd: Record<string, string>, halt: boolean): Params => {
    const [result, errors]: [Params, Params] = [{}, {}];
    for (const [key, line] of Object.entries(cmd)) {
      const [method = "", query = ""] = line.split("?", 2);
      const outcome = run(method, fill(parseForm(query), result) as Params); // safe: a form is a map
      if ("error" in outcome) errors[key] = outcome;
      else result[key] = outcome["result"];
      if ("error" in outcome && halt) break;
    }
    const php = (map: Params) => (Object.keys(map).length === 0 ? [] : map);
    return { result: php(result), result_error: php(errors), result_total: [], result_next: [], result_time: [] };
  };

  const transport: Transport = {
    async send(url, body) {
      const method = new URL(url).pathname.split("/").at(-1) ?? "";
      const params = JSON.parse(body ?? "{}") as Params; // safe: written by the client
      const cmd = (params["cmd"] ?? {}) as Record<string, string>; // safe: written by the client
      const request = { method, params, commands: Object.values(cmd) };
      requests.push(request);
      const end = ending(request, requests.length - 1);
      if (end !== undefined && end !== "cut") return end;
      const answer = method === "batch" ? { result: runBatch(cmd, params["halt"] === 1) } : run(method, params);
      if (end === "cut") throw new TransportError("the connection failed (ECONNRESET)", "unknown");
      return { status: "error" in answer ? 400 : 200, body: JSON.stringify(answer) };
    },
  };
  return { transport, requests };
}

/** A list of rows with ascending ids, as a portal pages them. */
export function fakeList(rows: () => readonly { ID: string }[]): FakeMethod {
  return (params) => {
    const filter = (params["filter"] ?? {}) as Params; // safe: the test asks with one
    const after = Number(filter[">ID"] ?? 0);
    const start = Math.max(0, Number(params["start"] ?? 0));
    return rows()
      .filter((row) => Number(row.ID) > after)
      .slice(start, start + PAGE_SIZE);
  };
}

function fill(value: unknown, results: Params): unknown {
  if (typeof value === "string") {
    const path = /^\$result((?:\[[^\]]+\])+)$/.exec(value)?.[1];
    if (path === undefined) return value;
    const keys = [...path.matchAll(/\[([^\]]+)\]/g)].map(([, key]) => key ?? "");
    return keys.reduce<unknown>((inner, key) => (inner as Params | undefined)?.[key], results) ?? "";
  }
  if (Array.isArray(value)) return value.map((item) => fill(item, results));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, results)]));
}
