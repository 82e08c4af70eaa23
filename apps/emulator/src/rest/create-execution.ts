import { specOf } from "@botdeck/b24-spec";

import type { Portal } from "../portal.ts";
import { runBatch } from "./batch.ts";
import type { Execution } from "./execute.ts";
import type { RestMethod } from "./method.ts";
import { createMethodMethods } from "./method-get.ts";
import { METHODS } from "./methods.ts";
import { createOperatingMeter } from "./operating-meter.ts";

/** The methods of the two doors of a portal: `/rest/` and, for those of REST 3.0, `/rest/api/`. They share one meter. */
export function createExecutions(portal: Portal): { rest: Execution; rest3: Execution } {
  const meter = createOperatingMeter(() => portal.now().getTime());
  const isRest3 = ({ name }: RestMethod): boolean => specOf(name)?.isRest3 === true;
  const byName = new Map<string, RestMethod>();
  const rest: Execution = { portal, meter, methods: byName, isRest3: false };
  const batch: RestMethod = {
    name: "batch",
    missing: "own",
    scopes: [],
    run: ({ caller, params }) => runBatch(rest, caller, params),
  };
  for (const method of [batch, ...METHODS.filter((each) => !isRest3(each)), ...createMethodMethods(byName)]) {
    byName.set(method.name.toLowerCase(), method);
  }
  const methods = new Map(METHODS.filter(isRest3).map((method) => [method.name.toLowerCase(), method]));
  return { rest, rest3: { portal, meter, methods, isRest3: true } };
}
