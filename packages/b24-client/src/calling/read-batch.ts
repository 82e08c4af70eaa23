import { classifyInner } from "../classify.ts";

/** What a batch says of each of its commands, in their order. */
export function readBatch(
  result: unknown,
  commands: readonly { key: string; method: string }[],
): ReturnType<typeof classifyInner>[] {
  const maps = mapOf(result);
  const results = mapOf(maps["result"]);
  const errors = mapOf(maps["result_error"]);
  const totals = mapOf(maps["result_total"]);
  const nexts = mapOf(maps["result_next"]);
  const times = mapOf(maps["result_time"]);
  return commands.map(({ key, method }) =>
    classifyInner(method, errors[key], {
      result: results[key],
      total: totals[key],
      next: nexts[key],
      time: times[key],
    }),
  );
}

/** PHP writes an empty map as `[]`, and one with numbered keys as a list. */
function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
