import { classifyInner } from "../classify.ts";
import { fieldsOf } from "../fields-of.ts";

/** What a batch says of each of its commands, in their order. */
export function readBatch(
  result: unknown,
  commands: readonly { key: string; method: string }[],
): ReturnType<typeof classifyInner>[] {
  const maps = fieldsOf(result);
  const results = fieldsOf(maps["result"]);
  const errors = fieldsOf(maps["result_error"]);
  const totals = fieldsOf(maps["result_total"]);
  const nexts = fieldsOf(maps["result_next"]);
  const times = fieldsOf(maps["result_time"]);
  return commands.map(({ key, method }) =>
    classifyInner(method, errors[key], {
      result: results[key],
      total: totals[key],
      next: nexts[key],
      time: times[key],
    }),
  );
}
