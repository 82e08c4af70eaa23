import type { FastifyReply } from "fastify";

import type { Strike } from "../fault-switch.ts";
import type { RestFault } from "../faults.ts";
import { expiredToken } from "./authenticate.ts";
import { operationTimeLimit } from "./execute.ts";
import { RestError } from "./rest-error.ts";

export type FaultMode = Strike<Exclude<RestFault["mode"], "delay" | "none">>["mode"];

/** The refusal that a fault puts in the place of the work; null when the work is to be done. */
export function refusalOf(mode: FaultMode): RestError | null {
  switch (mode) {
    case "error_500":
    case "error_500_page":
      return new RestError(500, "INTERNAL_SERVER_ERROR", "Internal server error");
    case "error_502":
      return new RestError(502, "BAD_GATEWAY", "Bad gateway");
    case "limit_503":
      return tooManyRequests();
    case "overload_503":
      return new RestError(503, "OVERLOAD_LIMIT", "REST API is blocked due to overload");
    case "limit_429":
      return operationTimeLimit();
    case "expired_token":
      return expiredToken();
    default:
      return null;
  }
}

export function tooManyRequests(): RestError {
  return new RestError(503, "QUERY_LIMIT_EXCEEDED", "Too many requests");
}

/** True for faults that let the work be done and spoil its answer. */
export function isAfterWork(mode: FaultMode): boolean {
  return mode !== null && refusalOf(mode) === null && mode !== "drop_before";
}

/** Sends an answer the way a fault wants it. */
export function sendSpoiled(
  reply: FastifyReply,
  mode: FaultMode,
  answer: { status: number; type: string; body: string },
): FastifyReply {
  switch (mode) {
    case "drop_before":
    case "drop_after":
      return cutConnection(reply);
    case "error_500_page":
      return sendPage(reply, 500, "500 Internal Server Error");
    case "error_502":
    case "error_502_after":
      return sendPage(reply, 502, "502 Bad Gateway");
    case "page_200":
      return sendPage(reply, 200, "The portal is being updated");
    case "truncated":
      return cutInTheMiddle(reply, answer);
    case "wrong_type":
      return reply.code(answer.status).type("text/html; charset=UTF-8").send(answer.body);
    default:
      return reply.code(answer.status).type(answer.type).send(answer.body);
  }
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
