import { isTooNew } from "./execute.ts";
import type { RestMethod } from "./method.ts";
import { text } from "./params.ts";

/** `method.get`: whether a method exists here and this caller may use it. */
export function createMethodGet(methods: ReadonlyMap<string, RestMethod>): RestMethod {
  return {
    name: "method.get",
    missing: "own",
    scopes: [],
    run({ portal, caller, params }) {
      const name = text(params, "name");
      const method = isTooNew(portal.faults.read(), name) ? undefined : methods.get(name.toLowerCase());
      const hasScope = method?.scopes.length === 0 || method?.scopes.some((scope) => caller.scopes.includes(scope));
      const isAvailable = hasScope === true && (method?.needsApp !== true || caller.kind === "app");
      return { result: { isExisting: method !== undefined, isAvailable } };
    },
  };
}
