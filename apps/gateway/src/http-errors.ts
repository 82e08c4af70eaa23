import { AppError, type ErrorCode } from "@botdeck/core";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";

import type { createRefusalLog } from "./refusal-log.ts";

/** The HTTP column of docs/errors.md. */
export const HTTP_STATUS = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rate_limited: 429,
  rejected: 502,
  unsupported: 501,
  unreachable: 503,
  invariant: 500,
} as const satisfies Record<ErrorCode, number>;

/** The event was not kept, so it must not look as if it was. */
const NOT_KEPT = "The event could not be kept. Please send it again.";
/** When a sender whose event could not be kept may try again, in milliseconds. */
const RETRY_AFTER_MS = 5_000;

/** Turns every error into one body, `{ error, message, requestId }`. What is our fault keeps its words to itself. */
export function answerError(
  error: FastifyError | AppError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
  tell: ReturnType<typeof createRefusalLog>,
): void {
  const { code, status, message } = describe(error);
  const facts = { requestId: request.id, status, code, reason: message };
  if (status >= 500) tell(request.log, { level: "error", facts: { ...facts, err: error }, text: "request failed" });
  else tell(request.log, { level: "info", facts, text: "request is refused" });
  const retryAfterMs = error instanceof AppError ? error.retryAfterMs : undefined;
  const waitMs = retryAfterMs ?? (status === 503 ? RETRY_AFTER_MS : undefined);
  if (waitMs !== undefined) void reply.header("retry-after", Math.ceil(waitMs / 1000));
  void reply.code(status).send({ error: code, message, requestId: request.id });
}

/** What is answered to an error. */
export const statusOf = (error: FastifyError | AppError | Error): number => describe(error).status;

function describe(error: FastifyError | AppError | Error): { code: ErrorCode; status: number; message: string } {
  if (error instanceof AppError) {
    const status = HTTP_STATUS[error.code];
    return { code: error.code, status, message: status < 500 ? error.message : NOT_KEPT };
  }
  const status = "statusCode" in error ? (error.statusCode ?? 500) : 500;
  if (status < 500) return { code: "invalid", status, message: error.message };
  return { code: "unreachable", status: HTTP_STATUS.unreachable, message: NOT_KEPT };
}
