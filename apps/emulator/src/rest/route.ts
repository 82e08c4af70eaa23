import { setTimeout as wait } from "node:timers/promises";

import type { FastifyPluginAsync, FastifyRequest } from "fastify";

import type { Portal } from "../portal.ts";
import { BodyError } from "../wire/body-limits.ts";
import { acceptPhpBodies } from "../wire/php-body.ts";
import { requestParams } from "../wire/request-params.ts";
import { encodeXml } from "../wire/xml.ts";
import { authenticate, readTarget } from "./authenticate.ts";
import type { Target } from "./authenticate.ts";
import { sendDownload } from "./download.ts";
import { execute, recordedCall } from "./execute.ts";
import type { Execution, Outcome } from "./execute.ts";
import type { LeakyBucket } from "./leaky-bucket.ts";
import type { Caller } from "./method.ts";
import type { Params } from "./params.ts";
import { RestError } from "./rest-error.ts";
import { cutConnection, isAfterWork, refusalOf, sendSpoiled, tooManyRequests } from "./spoil.ts";
import type { FaultMode } from "./spoil.ts";

/** A file of 100 MB as base64, and its envelope. */
export const BODY_LIMIT_BYTES = 150 * 1024 * 1024;

type Options = { portal: Portal; execution: Execution; bucket: LeakyBucket };

/** The portal's REST door: who calls, what fault switch is on, the method, the envelope, the record. */
export const restRoute: FastifyPluginAsync<Options> = async (app, { portal, execution, bucket }) => {
  await acceptPhpBodies(app);
  app.setErrorHandler((error, _request, reply) => {
    const status = statusOf(error);
    if (status === null) throw error;
    const description = error instanceof BodyError || status !== 413 ? String((error as Error).message) : TOO_LARGE;
    return reply.code(status).send({ error: "INVALID_REQUEST", error_description: description });
  });

  app.get("/rest/download.json", (request, reply) => sendDownload(portal, request, reply));

  app.route<{ Params: { "*": string } }>({
    method: ["GET", "POST"],
    url: "/rest/*",
    bodyLimit: BODY_LIMIT_BYTES,
    handler: async (request, reply) => {
      const params = requestParams(request);
      const target = readTarget(request.params["*"]);
      const { mode, delayMs } = portal.faults.takeRest(methodNames(target, params));
      if (delayMs > 0) await wait(delayMs);
      if (mode === "drop_before") return cutConnection(reply);
      const { caller, outcome } = await answer(execution, request, target, params, bucket, mode);
      const isDropped = isAfterWork(mode);
      const recorded = recordedCall(execution, caller, target?.method ?? "", params, outcome);
      portal.record.keep(isDropped ? { ...recorded, isDropped } : recorded);
      portal.traffic.count(recorded.method, params);
      portal.changed();
      return sendSpoiled(reply, mode, envelope(outcome, target?.format ?? "json", mode === "without_time"));
    },
  });
};

const TOO_LARGE = `The request is too large: its body may have ${BODY_LIMIT_BYTES / 1024 / 1024} MB, one file in it 100 MB.`;

/** What the parser of multipart forms says of one that is cut or has no boundary; it gives it no status. */
const BROKEN_MULTIPART = /multipart|malformed part header|unexpected end of (?:form|file)/i;

/** The status of what Fastify and its parsers refuse; null for a fault of ours. */
function statusOf(error: unknown): number | null {
  if (error instanceof Error && BROKEN_MULTIPART.test(error.message)) return 400;
  const status = typeof error === "object" && error !== null && "statusCode" in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500 ? status : null;
}

async function answer(
  execution: Execution,
  request: FastifyRequest,
  target: Target | null,
  params: Params,
  bucket: LeakyBucket,
  mode: FaultMode,
): Promise<{ caller: Caller | null; outcome: Outcome }> {
  let caller: Caller | null = null;
  try {
    if (target === null) throw new RestError(404, "ERROR_METHOD_NOT_FOUND", "Method not found!");
    checkScheme(execution.portal, request);
    if (!bucket.take(request.ip)) throw tooManyRequests();
    const refusal = refusalOf(mode);
    if (refusal !== null) throw refusal;
    caller = authenticate(execution.portal, target, params);
    return { caller, outcome: await execute(execution, caller, target.method, params) };
  } catch (error) {
    if (error instanceof RestError) return { caller, outcome: { ok: false, error } };
    throw error;
  }
}

/** @throws RestError on a portal that wants HTTPS, for what came without. */
export function checkScheme(portal: Portal, request: FastifyRequest): void {
  const isHttps = request.protocol === "https" || request.headers["x-forwarded-proto"] === "https";
  if (portal.faults.read().portal.isHttpsRequired && !isHttps) {
    throw new RestError(400, "INVALID_REQUEST", "Https required");
  }
}

function methodNames(target: Target | null, params: Params): string[] {
  const commands = Object.values(typeof params["cmd"] === "object" ? (params["cmd"] ?? {}) : {});
  return [target?.method ?? "", ...commands.map((command) => String(command).split("?", 1)[0] ?? "")];
}

function envelope(outcome: Outcome, format: "json" | "xml", withoutTime: boolean) {
  const body = outcome.ok ? answerBody(outcome, withoutTime) : errorBody(outcome.error);
  const status = outcome.ok ? 200 : outcome.error.status;
  if (format === "xml") return { status, type: "text/xml; charset=utf-8", body: encodeXml(body) };
  return { status, type: "application/json; charset=utf-8", body: JSON.stringify(body) };
}

function errorBody({ code, message }: RestError): object {
  return { error: code, error_description: message };
}

function answerBody({ answer: { result, next, total }, time }: Outcome & { ok: true }, withoutTime: boolean): object {
  const counted = { ...(next !== undefined && { next }), ...(total !== undefined && { total }) };
  return { result: result ?? null, ...counted, ...(!withoutTime && { time }) };
}
