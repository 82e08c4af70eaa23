import { isTooNew } from "./execute.ts";
import type { Answer, Call, Caller, RestMethod } from "./method.ts";
import { flag, text } from "./params.ts";

type Methods = ReadonlyMap<string, RestMethod>;

/** Methods about methods. Bitrix24 docs: api-reference/common/system. */
export function createMethodMethods(methods: Methods): RestMethod[] {
  return [
    { name: "method.get", missing: "own", scopes: [], run: (call) => getMethod(methods, call) },
    { name: "methods", missing: "own", scopes: [], run: (call) => listMethods(methods, call) },
  ];
}

/** Whether a method exists here and this caller may use it. */
function getMethod(methods: Methods, { portal, caller, params }: Call): Answer {
  const name = text(params, "name");
  const method = isTooNew(portal.faults.read(), name) ? undefined : methods.get(name.toLowerCase());
  const isAvailable = method !== undefined && hasScope(method, caller) && (!method.needsApp || caller.kind === "app");
  return { result: { isExisting: method !== undefined, isAvailable } };
}

/** Names in lower case: those the caller's scopes give, those of one scope, or with `full` all. */
function listMethods(methods: Methods, { portal, caller, params }: Call): Answer {
  const scope = text(params, "scope");
  const isWanted = (method: RestMethod): boolean => {
    if (scope !== "") return method.scopes.includes(scope);
    return flag(params, "full", false) || hasScope(method, caller);
  };
  const known = [...methods].filter(([name, method]) => isWanted(method) && !isTooNew(portal.faults.read(), name));
  return { result: known.map(([name]) => name) };
}

function hasScope({ scopes }: RestMethod, caller: Caller): boolean {
  return scopes.length === 0 || scopes.some((scope) => caller.scopes.includes(scope));
}
