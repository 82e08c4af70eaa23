import { setTimeout as wait } from "node:timers/promises";

import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";

import type { FaultSwitch, RestFault } from "../faults.ts";
import { acceptPhpBodies } from "../wire/php-body.ts";
import { requestParams } from "../wire/request-params.ts";
import type { Portal } from "../portal.ts";
import { authenticate, readTarget } from "./authenticate.ts";
import type { Target } from "./authenticate.ts";
import { runBatch } from "./batch.ts";
import { sendDownload } from "./download.ts";
import { execute, recordedCall } from "./execute.ts";
import type { Execution, Outcome } from "./execute.ts";
import type { LeakyBucket } from "./leaky-bucket.ts";
import type { Caller, RestMethod } from "./method.ts";
import { createMethodGet } from "./method-get.ts";
import { METHODS } from "./methods.ts";
import { createOperatingMeter } from "./operating-meter.ts";
import type { Params } from "./params.ts";
import { RestError } from "./rest-error.ts";

/** A file of 100 MB as base64, and its envelope. */
const BODY_LIMIT_BYTES = 150 * 1024 * 1024;

type Options = { portal: Portal; faults: FaultSwitch; bucket: LeakyBucket | null };

/** The portal's REST door: who calls, what fault switch is on, the method, the envelope, the record. */
export const restRoute: FastifyPluginAsync<Options> = async (app, { portal, faults, bucket }) => {
  acceptPhpBodies(app);
  const execution: Execution = {
    portal,
    methods: new Map(),
    meter: createOperatingMeter(() => portal.now().getTime()),
  };
  const batch: RestMethod = {
    name: "batch",
    missing: "own",
    scopes: [],
    run: ({ caller, params }) => runBatch(execution, caller, params),
  };
  const methods = new Map([batch, ...METHODS].map((method) => [method.name.toLowerCase(), method]));
  methods.set("method.get", createMethodGet(methods));
  execution.methods = methods;

  app.get("/rest/download.json", (request, reply) => sendDownload(portal, request, reply));

  app.route<{ Params: { "*": string } }>({
    method: ["GET", "POST"],
    url: "/rest/*",
    bodyLimit: BODY_LIMIT_BYTES,
    handler: async (request, reply) => {
      const params = requestParams(request);
      const target = readTarget(request.params["*"]);
      const fault = faults.take(methodNames(target, params));
      if (fault?.mode === "drop_before") return cutConnection(request, reply);
      if (fault?.mode === "delay") await wait(fault.delayMs ?? 0);
      const { caller, outcome } = await answer(execution, request, target, params, bucket, fault);
      const isDropped = fault?.mode === "drop_after";
      const recorded = recordedCall(execution, caller, target?.method ?? "", params, outcome);
      portal.record.keep(isDropped ? { ...recorded, isDropped } : recorded);
      portal.changed();
      return isDropped ? cutConnection(request, reply) : send(reply, outcome);
    },
  });
};

async function answer(
  execution: Execution,
  request: FastifyRequest,
  target: Target | null,
  params: Params,
  bucket: LeakyBucket | null,
  fault: RestFault | null,
): Promise<{ caller: Caller | null; outcome: Outcome }> {
  let caller: Caller | null = null;
  try {
    if (target === null) throw new RestError(404, "ERROR_METHOD_NOT_FOUND", "Method not found!");
    if (bucket?.take(request.ip) === false || fault?.mode === "limit_503") {
      throw new RestError(503, "QUERY_LIMIT_EXCEEDED", "Too many requests");
    }
    if (fault?.mode === "error_500") throw new RestError(500, "INTERNAL_SERVER_ERROR", "Internal server error");
    caller = authenticate(execution.portal, target, params);
    return { caller, outcome: await execute(execution, caller, target.method, params) };
  } catch (error) {
    if (error instanceof RestError) return { caller, outcome: { ok: false, error } };
    throw error;
  }
}

function methodNames(target: Target | null, params: Params): string[] {
  const commands = Object.values(typeof params["cmd"] === "object" ? (params["cmd"] ?? {}) : {});
  return [target?.method ?? "", ...commands.map((command) => String(command).split("?", 1)[0] ?? "")];
}

/** Answers nothing at all: the caller sees a reset connection and cannot know whether the work was done. */
function cutConnection(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

function send(reply: FastifyReply, outcome: Outcome): FastifyReply {
  if (!outcome.ok) {
    const { status, code, message } = outcome.error;
    return reply.code(status).send({ error: code, error_description: message });
  }
  const { result, next, total } = outcome.answer;
  const counted = { ...(next !== undefined && { next }), ...(total !== undefined && { total }) };
  return reply.send({ result, ...counted, time: outcome.time });
}
