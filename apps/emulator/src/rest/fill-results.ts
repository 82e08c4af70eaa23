import type { Params } from "./params.ts";

const REFERENCE = /\$result((?:\[[^\]]+\])+)/g;

/**
 * Puts earlier results of a batch where a later command names them: `$result[task][task][id]`. A value that is nothing
 * but a reference takes the result as it is, a list included; inside a longer text it becomes text.
 *
 * Bitrix24 docs: how-to-call-rest-api/batch.
 */
export function fillResults(params: Params, results: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, fillValue(value, results)]));
}

function fillValue(value: unknown, results: Params): unknown {
  if (typeof value === "string") return fillText(value, results);
  if (Array.isArray(value)) return value.map((item) => fillValue(item, results));
  if (typeof value !== "object" || value === null) return value;
  return fillResults({ ...value }, results);
}

function fillText(value: string, results: Params): unknown {
  const whole = /^\$result((?:\[[^\]]+\])+)$/.exec(value)?.[1];
  if (whole !== undefined) return lookUp(whole, results);
  return value.replaceAll(REFERENCE, (_match, path: string) => {
    const found = lookUp(path, results);
    return typeof found === "object" || found === undefined ? "" : String(found);
  });
}

function lookUp(path: string, results: Params): unknown {
  let current: unknown = results;
  for (const [, key] of path.matchAll(/\[([^\]]+)\]/g)) {
    if (typeof current !== "object" || current === null || key === undefined || !Object.hasOwn(current, key))
      return null;
    // safe: checked to be an object that owns the key.
    current = (current as Params)[key];
  }
  return current;
}
