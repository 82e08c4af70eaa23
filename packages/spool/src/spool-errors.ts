import { AppError } from "@botdeck/core";

import { diskErrorCode } from "./disk.ts";

const RETRY_AFTER_MS = 1_000;

/** The spool keeps nothing of what it was given, for a reason of its own. */
export function refusal(reason: "full" | "busy" | "closed", message: string): AppError {
  return new AppError("unreachable", message, { context: { reason }, retryAfterMs: RETRY_AFTER_MS });
}

/** The disk did not do what it was asked. */
export function diskFailure(message: string, cause: unknown): AppError {
  const context = { reason: "disk", diskError: diskErrorCode(cause) };
  const text = `${message}: ${context.diskError}. Check the space and the health of its disk.`;
  return new AppError("unreachable", text, { cause, context, retryAfterMs: RETRY_AFTER_MS });
}
