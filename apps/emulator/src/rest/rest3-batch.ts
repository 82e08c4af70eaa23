import { execute, recordedCall } from "./execute.ts";
import type { Execution, Outcome } from "./execute.ts";
import type { Caller } from "./method.ts";
import type { Params } from "./params.ts";
import { RestError } from "./rest-error.ts";
import { Rest3Error } from "./rest3-error.ts";

type Command = { method: string; query: unknown; as: string };

/** Bitrix24 docs: how-to-call-rest-api/batch. */
const MAX_COMMANDS = 50;

/**
 * Runs the calls of a REST 3.0 batch one after the other. The first error ends it and is the answer of the whole.
 *
 * Bitrix24 docs: settings/how-to-call-rest-api/batch-v3.
 */
export async function runRest3Batch(execution: Execution, caller: Caller, body: unknown[]): Promise<Outcome> {
  const startedAt = Date.now();
  const results: unknown[] = [];
  const byName = new Map<string, unknown>();
  try {
    for (const [index, command] of readCommands(body).entries()) {
      const params = withReferences(command.query, byName);
      const outcome = await execute(execution, caller, command.method, params);
      const recorded = recordedCall(execution, caller, command.method, params, outcome);
      execution.portal.record.keep({ ...recorded, inBatch: true });
      if (!outcome.ok) return outcome;
      results.push(outcome.answer.result);
      byName.set(command.as, outcome.answer.result).set(String(index), outcome.answer.result);
    }
  } catch (error) {
    if (error instanceof RestError) return { ok: false, error };
    throw error;
  }
  const finishedAt = Date.now();
  const time = { start: startedAt / 1000, finish: finishedAt / 1000, duration: (finishedAt - startedAt) / 1000 };
  return { ok: true, answer: { result: results }, time };
}

function readCommands(body: unknown[]): Command[] {
  if (body.length > MAX_COMMANDS) throw new RestError(400, "ERROR_BATCH_LENGTH_EXCEEDED", "Max batch length exceeded");
  const names = new Set<string>();
  return body.map((item, index) => {
    // safe: every key is checked before it is used.
    const { method, query, as } = (typeof item === "object" && item !== null ? item : {}) as Record<string, unknown>;
    if (typeof method !== "string")
      throw new RestError(400, "100", "Required field `method` is not specified", "method");
    const name = typeof as === "string" ? as : String(index);
    if (names.has(name)) throw new Rest3Error(400, "INVALIDSELECTEXCEPTION", `Two requests are called \`${name}\`.`);
    names.add(name);
    return { method, query, as: name };
  });
}

function withReferences(query: unknown, results: ReadonlyMap<string, unknown>): Params {
  const filled = fill(query, results);
  // safe: anything but a map is no parameters.
  return typeof filled === "object" && filled !== null && !Array.isArray(filled) ? (filled as Params) : {};
}

function fill(value: unknown, results: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((item) => fill(item, results));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [key, path] = entries[0] ?? [];
  if (entries.length === 1 && typeof path === "string") {
    if (key === "$ref") return lookUp(path, results);
    if (key === "$refArray") return lookUpAll(path, results);
  }
  return Object.fromEntries(entries.map(([name, item]) => [name, fill(item, results)]));
}

/** `first_task.id`: a field of the one object that a request gave. */
function lookUp(path: string, results: ReadonlyMap<string, unknown>): unknown {
  const [name = "", ...fields] = path.split(".");
  return fields.reduce(fieldOf, fieldOf(results.get(name), "item") ?? results.get(name)) ?? null;
}

/** `tasks_list.id`: that field of every object of a list. */
function lookUpAll(path: string, results: ReadonlyMap<string, unknown>): unknown[] {
  const [name = "", ...fields] = path.split(".");
  const items = fieldOf(results.get(name), "items");
  return Array.isArray(items) ? items.map((item: unknown) => fields.reduce(fieldOf, item) ?? null) : [];
}

function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  // safe: just checked to own the key.
  return (value as Record<string, unknown>)[key];
}
