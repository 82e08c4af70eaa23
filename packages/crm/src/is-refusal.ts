import { B24Error } from "@botdeck/b24-client";

/**
 * The portal said no, and would again: because it may not be, or because it is so already. A token that is good no more is
 * no answer to what was asked.
 */
export function isRefusal(error: unknown): error is B24Error {
  if (!(error instanceof B24Error) || error.outcome !== "not_applied" || error.isRetryable) return false;
  return error.code !== "unauthorized";
}
