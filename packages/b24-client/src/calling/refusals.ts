import { AppError, redactText } from "@botdeck/core";

import { B24Error } from "../error.ts";
import type { TransportError } from "../transport.ts";

/** Nothing was sent: the portal has no room for the call in time. */
export function refusedForRate(method: string, retryAfterMs: number): B24Error {
  const message = `The portal's call budget is used up, so ${method} was not sent`;
  return new B24Error("rate_limited", message, { method, outcome: "not_applied", retryAfterMs });
}

/** Nothing was sent: the portal has closed the method, or is about to, because it was kept busy for too long. */
export function refusedForWork(method: string, retryAfterMs: number): B24Error {
  const message = `The portal's working time for ${method} is used up, so it was not sent`;
  return new B24Error("rate_limited", message, { method, outcome: "not_applied", retryAfterMs });
}

export function cancelledWaiting(method: string): B24Error {
  const message = `${method} was cancelled while it waited for its turn`;
  return new B24Error("unreachable", message, { method, outcome: "not_applied" });
}

/** Neither the shared budget nor the token store said in time whether it may leave. */
export function outOfTime(method: string, waitedMs: number): B24Error {
  const message = `${method} was not sent: within ${waitedMs} ms neither room nor a token was given to it`;
  return new B24Error("unreachable", message, { method, outcome: "not_applied" });
}

/**
 * What had to come before the call failed, such as the renewal of its token: the call itself was not done.
 *
 * @param error An `AppError` is told with its words; another's may hold parameters, so of it only the innermost is told.
 */
export function notSent(method: string, error: unknown): B24Error {
  const cause = error instanceof AppError ? error : new Error(redactText(innermost(error)));
  const code = error instanceof AppError ? error.code : "unreachable";
  const retryAfterMs = error instanceof AppError ? error.retryAfterMs : undefined;
  const portalCode = error instanceof B24Error ? error.portalCode : null;
  const message = `${method} was not sent: ${cause.message}`;
  return new B24Error(code, message, { method, outcome: "not_applied", portalCode, retryAfterMs, cause });
}

function innermost(error: unknown): string {
  if (!(error instanceof Error)) return "it could not be prepared";
  return error.cause instanceof Error ? innermost(error.cause) : error.message;
}

/** The others of its batch are still under way, and so is it. */
export function cancelledInBatch(method: string): B24Error {
  const message = `${method} was cancelled after it had left`;
  return new B24Error("unreachable", message, { method, outcome: "unknown" });
}

export function unanswered(method: string, error: TransportError): B24Error {
  const message = `The portal could not be asked for ${method}: ${error.message}`;
  return new B24Error("unreachable", message, { method, outcome: error.outcome, cause: error });
}
