import { specOf } from "@botdeck/b24-spec";

import type { RestMethod } from "../method.ts";
import type { Params } from "../params.ts";

/** A method whose parameters may be named in any case: the CRM takes `FIELDS` as well as `fields`. */
export function inAnyCase(method: RestMethod): RestMethod {
  const names = new Map((specOf(method.name)?.params ?? []).map(({ name }) => [name.toLowerCase(), name]));
  const renamed = (params: Params): Params =>
    Object.fromEntries(Object.entries(params).map(([name, value]) => [names.get(name.toLowerCase()) ?? name, value]));
  return { ...method, run: (call) => method.run({ ...call, params: renamed(call.params) }) };
}
