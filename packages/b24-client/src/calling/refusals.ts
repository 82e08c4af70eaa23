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

/** The others of its batch are still under way, and so is it. */
export function cancelledInBatch(method: string): B24Error {
  const message = `${method} was cancelled after it had left`;
  return new B24Error("unreachable", message, { method, outcome: "unknown" });
}

export function unanswered(method: string, error: TransportError): B24Error {
  const message = `The portal could not be asked for ${method}: ${error.message}`;
  return new B24Error("unreachable", message, { method, outcome: error.outcome, cause: error });
}
