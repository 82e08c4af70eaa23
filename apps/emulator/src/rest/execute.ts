import { specOf } from "@botdeck/b24-spec";

import { underConnector } from "../events/current-connector.ts";
import type { Faults } from "../faults.ts";
import type { Portal } from "../portal.ts";
import type { RecordedCall } from "../record.ts";
import { isoDate } from "../wire/iso-date.ts";
import { checkParams } from "./check-params.ts";
import type { Answer, Caller, RestMethod } from "./method.ts";
import type { OperatingMeter } from "./operating-meter.ts";
import { text } from "./params.ts";
import type { Params } from "./params.ts";
import { RestError } from "./rest-error.ts";

export type Execution = {
  portal: Portal;
  methods: ReadonlyMap<string, RestMethod>;
  meter: OperatingMeter;
  /** Which door it is: `/rest/api/` or `/rest/`. */
  isRest3: boolean;
};

/** What happened to one call: an answer with its `time`, or a refusal. */
export type Outcome = { ok: true; answer: Answer; time: Record<string, unknown> } | { ok: false; error: RestError };

/** Finds the method, checks that the caller may use it, and runs it. A fault of ours becomes a portal's own 500. */
export async function execute(execution: Execution, caller: Caller, name: string, params: Params): Promise<Outcome> {
  const startedAt = Date.now();
  try {
    const method = allowedMethod(execution, caller, name);
    checkOperating(execution, caller, method.name);
    checkParams(method, params);
    const call = { portal: execution.portal, caller, params };
    const answer = await underConnector(text(params, "auth_connector"), () => method.run(call));
    return { ok: true, answer, time: timeOf(execution, caller, method.name, startedAt) };
  } catch (error) {
    if (error instanceof RestError) return { ok: false, error };
    process.emitWarning(error instanceof Error ? error : String(error));
    return { ok: false, error: new RestError(500, "INTERNAL_SERVER_ERROR", "Internal server error") };
  }
}

/** True for a method that this portal does not have, because bots of the second version have not come to it yet. */
export function isTooNew(faults: Faults, name: string): boolean {
  return faults.portal.isOldRevision && /^(?:imbot|im)\.v2\./i.test(name);
}

/** @throws RestError 404 for an unknown method, 403 for one that this credential may not call. */
function allowedMethod(execution: Execution, caller: Caller, name: string): RestMethod {
  const { portal, methods } = execution;
  const method = isTooNew(portal.faults.read(), name) ? undefined : methods.get(name.toLowerCase());
  if (method === undefined) throw unknownMethod(execution, name);
  if (method.needsApp === true && caller.kind !== "app") {
    throw new RestError(403, "WRONG_AUTH_TYPE", "Current authorization type is denied for this method");
  }
  if (method.scopes.length > 0 && !method.scopes.some((scope) => caller.scopes.includes(scope))) {
    const kind = caller.kind === "webhook" ? "webhook token" : "access token";
    const description = `The request requires higher privileges than provided by the ${kind}`;
    throw new RestError(403, "insufficient_scope", description);
  }
  return method;
}

/** A method that real portals have and this one does not is told apart, so that a test never takes it for a portal's answer. */
function unknownMethod({ portal, isRest3 }: Execution, name: string): RestError {
  const known = specOf(name);
  const isElsewhere = known?.isRest3 !== isRest3 || isTooNew(portal.faults.read(), name);
  if (known === null || isElsewhere) return new RestError(404, "ERROR_METHOD_NOT_FOUND", "Method not found!");
  return new RestError(
    501,
    "EMULATOR_NOT_IMPLEMENTED",
    `${known.name} is a real method that this emulator does not have.`,
  );
}

/** @throws RestError 429 when the method has worked for too long for this caller. Bitrix24 docs: limits. */
function checkOperating({ portal, meter }: Execution, caller: Caller, method: string): void {
  const limit = portal.faults.read().limits.operatingS;
  if (limit === null || method === "batch" || meter.sum(caller.key, method) <= limit) return;
  throw operationTimeLimit();
}

export function operationTimeLimit(): RestError {
  return new RestError(429, "OPERATION_TIME_LIMIT", "Method is blocked due to operation time limit");
}

/** The outer `batch` is not counted, every command in it is. */
function timeOf(
  { portal, meter }: Execution,
  caller: Caller,
  method: string,
  startedAtMs: number,
): Record<string, unknown> {
  const finishedAtMs = Date.now();
  const duration = (finishedAtMs - startedAtMs) / 1000;
  const costs = portal.faults.read().limits.costs.filter((cost) => new RegExp(cost.method, "i").test(method));
  const pretended = costs.reduce((sum, { seconds }) => sum + seconds, 0);
  return {
    start: startedAtMs / 1000,
    finish: finishedAtMs / 1000,
    duration,
    processing: duration,
    date_start: isoDate(new Date(startedAtMs)),
    date_finish: isoDate(new Date(finishedAtMs)),
    ...meter.add(caller.key, method, method === "batch" ? 0 : duration + pretended),
  };
}

/** The line of the record that tells of an outcome; the method's name as it is documented, however it was written. */
export function recordedCall(
  { portal, methods }: Execution,
  caller: Caller | null,
  name: string,
  params: unknown,
  outcome: Outcome,
): RecordedCall {
  return {
    at: portal.now().toISOString(),
    method: methods.get(name.toLowerCase())?.name ?? name,
    params,
    auth: caller === null ? "none" : caller.kind === "webhook" ? "webhook" : "oauth",
    userId: caller?.user.id ?? null,
    status: outcome.ok ? 200 : outcome.error.status,
    error: outcome.ok ? null : outcome.error.code,
    result: outcome.ok ? outcome.answer.result : null,
  };
}
