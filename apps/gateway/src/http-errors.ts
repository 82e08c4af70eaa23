import { AppError, type ErrorCode } from "@botdeck/core";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";

const STATUS = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rate_limited: 429,
  rejected: 502,
  unreachable: 503,
  invariant: 500,
} as const satisfies Record<ErrorCode, number>;

/** Turns every error into one body, `{ error, message, requestId }`. What is our fault keeps its words to itself. */
export function answerError(error: FastifyError | AppError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const requestId = request.id;
  if (error instanceof AppError) {
    const status = STATUS[error.code];
    if (status >= 500) request.log.error({ err: error }, "request failed");
    else request.log.info({ code: error.code, reason: error.message }, "request is refused");
    if (error.retryAfterMs !== undefined) void reply.header("retry-after", Math.ceil(error.retryAfterMs / 1000));
    void reply.code(status).send({ error: error.code, message: error.message, requestId });
    return;
  }
  const status = "statusCode" in error ? (error.statusCode ?? 500) : 500;
  if (status < 500) {
    void reply.code(status).send({ error: "invalid", message: error.message, requestId });
    return;
  }
  // The event was not kept, so it must not look as if it was. Senders that repeat will do so.
  request.log.error({ err: error }, "request failed");
  void reply.code(503).header("retry-after", 5).send({
    error: "unreachable",
    message: "The event could not be kept. Please send it again.",
    requestId,
  });
}
