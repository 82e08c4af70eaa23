import type { FastifyReply } from "fastify";

import type { Strike } from "../fault-switch.ts";
import type { RestFault } from "../faults.ts";
import { expiredToken } from "./authenticate.ts";
import { operationTimeLimit } from "./execute.ts";
import { RestError } from "./rest-error.ts";

export type FaultMode = Strike<Exclude<RestFault["mode"], "delay" | "none">>["mode"];

/** What faults put in the place of the work. */
const REFUSALS: Partial<Record<Exclude<FaultMode, null>, () => RestError>> = {
  error_500: () => new RestError(500, "INTERNAL_SERVER_ERROR", "Internal server error"),
  error_500_page: () => new RestError(500, "INTERNAL_SERVER_ERROR", "Internal server error"),
  error_502: () => new RestError(502, "BAD_GATEWAY", "Bad gateway"),
  limit_503: tooManyRequests,
  overload_503: () => new RestError(503, "OVERLOAD_LIMIT", "REST API is blocked due to overload"),
  limit_429: operationTimeLimit,
  expired_token: expiredToken,
};

/** The refusal that a fault puts in the place of the work; null when the work is to be done. */
export function refusalOf(mode: FaultMode): RestError | null {
  return mode === null ? null : (REFUSALS[mode]?.() ?? null);
}

export function tooManyRequests(): RestError {
  return new RestError(503, "QUERY_LIMIT_EXCEEDED", "Too many requests");
}

/** True for faults that let the work be done and spoil its answer. */
export function isAfterWork(mode: FaultMode): boolean {
  return mode !== null && refusalOf(mode) === null && mode !== "drop_before";
}

type WholeAnswer = { status: number; type: string; body: string };
type Spoil = (reply: FastifyReply, answer: WholeAnswer) => FastifyReply;

/** How faults answer, where that is not what the portal has to say. */
const SPOILS: Partial<Record<Exclude<FaultMode, null>, Spoil>> = {
  drop_before: cutConnection,
  drop_after: cutConnection,
  error_500_page: (reply) => sendPage(reply, 500, "500 Internal Server Error"),
  error_502: (reply) => sendPage(reply, 502, "502 Bad Gateway"),
  error_502_after: (reply) => sendPage(reply, 502, "502 Bad Gateway"),
  page_200: (reply) => sendPage(reply, 200, "The portal is being updated"),
  truncated: cutInTheMiddle,
  wrong_type: (reply, { status, body }) => reply.code(status).type("text/html; charset=UTF-8").send(body),
};

/** Sends an answer the way a fault wants it. */
export function sendSpoiled(reply: FastifyReply, mode: FaultMode, answer: WholeAnswer): FastifyReply {
  const spoil = mode === null ? undefined : SPOILS[mode];
  return spoil?.(reply, answer) ?? reply.code(answer.status).type(answer.type).send(answer.body);
}

/** Answers nothing at all: the caller sees a reset connection and cannot know whether the work was done. */
export function cutConnection(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.request.raw.socket.destroy();
  return reply;
}

/** Promises a whole body, sends half of it and resets the connection. */
export function cutInTheMiddle(
  reply: FastifyReply,
  { status, type, body }: { status: number; type: string; body: string | Buffer },
): FastifyReply {
  const bytes = Buffer.from(body);
  reply.hijack();
  reply.raw.writeHead(status, { "content-type": type, "content-length": bytes.length });
  reply.raw.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => reply.request.raw.socket.destroy());
  return reply;
}

function sendPage(reply: FastifyReply, status: number, title: string): FastifyReply {
  const page = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
  return reply.code(status).type("text/html").send(page);
}
