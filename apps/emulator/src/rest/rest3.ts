import { setTimeout as wait } from "node:timers/promises";

import { specOf } from "@botdeck/b24-spec";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";

import type { Portal } from "../portal.ts";
import { readJson } from "../wire/php-body.ts";
import { requestParams } from "../wire/request-params.ts";
import { authenticate, readTarget } from "./authenticate.ts";
import type { Target } from "./authenticate.ts";
import { execute, recordedCall } from "./execute.ts";
import type { Execution, Outcome } from "./execute.ts";
import { createKeptAnswers } from "./idempotency.ts";
import type { KeptAnswers } from "./idempotency.ts";
import type { LeakyBucket } from "./leaky-bucket.ts";
import type { Caller } from "./method.ts";
import type { Params } from "./params.ts";
import { RestError } from "./rest-error.ts";
import { runRest3Batch } from "./rest3-batch.ts";
import { Rest3Error, rest3Refusal } from "./rest3-error.ts";
import { BODY_LIMIT_BYTES, checkScheme } from "./route.ts";
import { cutConnection, isAfterWork, refusalOf, sendSpoiled, tooManyRequests } from "./spoil.ts";
import type { FaultMode } from "./spoil.ts";

type Options = { portal: Portal; execution: Execution; bucket: LeakyBucket };
type Request3 = { target: Target | null; body: unknown; key: string | null; mode: FaultMode };
/** `replayed`: the text of an earlier answer, given again. */
type Answer3 = { caller: Caller | null; outcome: Outcome; replayed?: string };

/**
 * The door of REST 3.0: JSON only, errors as objects, `Idempotency-Key`, a batch that is a list.
 *
 * Bitrix24 docs: api-reference/rest-v3.
 */
export const rest3Route: FastifyPluginAsync<Options> = async (app, { portal, execution, bucket }) => {
  const kept = createKeptAnswers(() => portal.now().getTime());
  app.removeAllContentTypeParsers();
  // The text is read later: a body that is no JSON has to be refused with the code that callers know.
  app.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, body));

  app.route<{ Params: { "*": string } }>({
    method: ["GET", "POST"],
    url: "/rest/api/*",
    bodyLimit: BODY_LIMIT_BYTES,
    handler: async (request, reply) => {
      const target = readTarget(request.params["*"]);
      const body = tryJson(request);
      const { mode, delayMs } = portal.faults.takeRest(methodNames(target, body));
      if (delayMs > 0) await wait(delayMs);
      if (mode === "drop_before") return cutConnection(reply);
      const key = headerOf(request, "idempotency-key");
      const { caller, outcome, replayed } = await answer(execution, bucket, kept, request, { target, body, key, mode });
      const isDropped = isAfterWork(mode);
      const recorded = recordedCall(execution, caller, target?.method ?? "", body ?? {}, outcome);
      portal.record.keep(isDropped ? { ...recorded, isDropped } : recorded);
      portal.traffic.count(recorded.method, body);
      portal.changed();
      if (key !== null) reply.header("idempotency-key", key);
      if (replayed !== undefined) reply.header("idempotent-replayed", "true");
      return sendSpoiled(reply, mode, replayed === undefined ? envelope(outcome) : success(replayed));
    },
  });
};

async function answer(
  execution: Execution,
  bucket: LeakyBucket,
  kept: KeptAnswers,
  request: FastifyRequest,
  { target, body, key, mode }: Request3,
): Promise<Answer3> {
  let caller: Caller | null = null;
  try {
    if (target === null) throw new RestError(404, "ERROR_METHOD_NOT_FOUND", "Method not found!");
    checkScheme(execution.portal, request);
    if (!bucket.take(request.ip)) throw tooManyRequests();
    const refusal = refusalOf(mode);
    if (refusal !== null) throw refusal;
    if (body === undefined) throw new Rest3Error(400, "INVALIDJSONEXCEPTION", "The request body is not valid JSON.");
    const params = paramsOf(body);
    // A list has no place for `auth`: it may stand in the query, which carries nothing else here.
    caller = authenticate(execution.portal, target, { ...requestParams({ url: request.url }), ...params });
    const scope = `${caller.key} ${caller.user.id} ${target.method.toLowerCase()}`;
    const isRead = specOf(target.method)?.kind === "read";
    const replayed = key === null || isRead ? null : kept.find(scope, key, body);
    const empty: Outcome = { ok: true, answer: { result: null }, time: {} };
    if (replayed !== null) return { caller, outcome: empty, replayed };
    const outcome = await run(execution, caller, target, body, params);
    if (key !== null && outcome.ok && !isRead) kept.keep(scope, key, body, envelope(outcome).body);
    return { caller, outcome };
  } catch (error) {
    if (error instanceof RestError) return { caller, outcome: { ok: false, error } };
    throw error;
  }
}

function run(execution: Execution, caller: Caller, target: Target, body: unknown, params: Params): Promise<Outcome> {
  if (target.method.toLowerCase() !== "batch") return execute(execution, caller, target.method, params);
  if (Array.isArray(body)) return runRest3Batch(execution, caller, body);
  const message = "The body of a batch has to be a list of requests, not `cmd`.";
  const error = new Rest3Error(400, "VALIDATION_REQUESTVALIDATIONEXCEPTION", message);
  return Promise.resolve({ ok: false, error });
}

/** The body as JSON: an empty one is a call without parameters, undefined stands for what cannot be read. */
function tryJson(request: FastifyRequest): unknown {
  const text = typeof request.body === "string" ? request.body : "";
  if (text.trim() === "") return {};
  try {
    const value = readJson(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function paramsOf(body: unknown): Params {
  // safe: an object's own keys are texts, and every value is unknown. A list is a batch.
  return Array.isArray(body) ? {} : (body as Params);
}

function methodNames(target: Target | null, body: unknown): string[] {
  const commands = Array.isArray(body) ? body : [];
  return [target?.method ?? "", ...commands.map((command: { method?: unknown } | null) => String(command?.method))];
}

function headerOf(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === "string" ? value : null;
}

function envelope(outcome: Outcome): { status: number; type: string; body: string } {
  if (outcome.ok) return success(JSON.stringify({ result: outcome.answer.result ?? null, time: outcome.time }));
  const { status, body } = rest3Refusal(outcome.error);
  return { status, type: "application/json; charset=utf-8", body: JSON.stringify(body) };
}

function success(body: string): { status: number; type: string; body: string } {
  return { status: 200, type: "application/json; charset=utf-8", body };
}
