import { decodePhpForm } from "../wire/decode-php-form.ts";
import { phpMap } from "../wire/php-map.ts";
import { execute, recordedCall } from "./execute.ts";
import type { Execution, Outcome } from "./execute.ts";
import type { Answer, Caller } from "./method.ts";
import { flag } from "./params.ts";
import type { Params } from "./params.ts";
import { fillResults } from "./fill-results.ts";
import { RestError } from "./rest-error.ts";

/** Bitrix24 docs: how-to-call-rest-api/batch. */
const MAX_COMMANDS = 50;
/** Methods that answer 405 inside a batch. */
const NOT_IN_BATCH = new Set(["batch", "imbot.v2.file.upload", "imbot.v2.file.download"]);

/** Runs the commands of a `batch` one after the other; each may use the results of those before it. */
export async function runBatch(execution: Execution, caller: Caller, params: Params): Promise<Answer> {
  const commands = params["cmd"];
  if (commands === undefined) throw new RestError(400, "ERROR_ARGUMENT", "Argument 'cmd' is null or empty");
  const entries = typeof commands === "object" && commands !== null ? Object.entries(commands) : [];
  const outcomes: [string, Outcome][] = [];
  const results: Params = {};

  for (const [index, [key, command]] of entries.entries()) {
    const outcome = await runCommand(execution, caller, String(command), index, results);
    outcomes.push([key, outcome]);
    if (outcome.ok) results[key] = outcome.answer.result;
    else if (flag(params, "halt", false)) break;
  }
  return { result: batchResult(outcomes) };
}

async function runCommand(
  execution: Execution,
  caller: Caller,
  command: string,
  index: number,
  results: Params,
): Promise<Outcome> {
  const mark = command.indexOf("?");
  const name = mark < 0 ? command : command.slice(0, mark);
  const refusal = refuseCommand(name, index);
  if (refusal !== null) return { ok: false, error: refusal };
  const query = mark < 0 ? {} : decodePhpForm(command.slice(mark + 1));
  const params = fillResults(query, results);
  const outcome = await execute(execution, caller, name, params);
  execution.portal.record.keep({ ...recordedCall(execution, caller, name, params, outcome), inBatch: true });
  return outcome;
}

function refuseCommand(name: string, index: number): RestError | null {
  if (index >= MAX_COMMANDS) {
    return new RestError(400, "ERROR_BATCH_LENGTH_EXCEEDED", "Max batch length exceeded");
  }
  if (!NOT_IN_BATCH.has(name.toLowerCase())) return null;
  return new RestError(405, "ERROR_BATCH_METHOD_NOT_ALLOWED", "Method is not allowed for batch usage");
}

/** Five maps keyed like the commands. PHP writes an empty one as `[]`. */
function batchResult(outcomes: [string, Outcome][]): Record<string, unknown> {
  const done = outcomes.flatMap(([key, outcome]) => (outcome.ok ? [[key, outcome] as const] : []));
  const failed = outcomes.flatMap(([key, outcome]) => (outcome.ok ? [] : [[key, outcome.error] as const]));
  const totals = done.flatMap(([key, { answer }]) =>
    answer.total === undefined ? [] : [[key, answer.total] as const],
  );
  const nexts = done.flatMap(([key, { answer }]) => (answer.next === undefined ? [] : [[key, answer.next] as const]));
  return {
    result: phpMap(done.map(([key, { answer }]) => [key, answer.result])),
    result_error: phpMap(failed.map(([key, error]) => [key, { error: error.code, error_description: error.message }])),
    result_total: phpMap(totals),
    result_next: phpMap(nexts),
    result_time: phpMap(done.map(([key, { time }]) => [key, time])),
  };
}
