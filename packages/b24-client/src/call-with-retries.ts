import { AppError, pauseFor } from "@botdeck/core";

import type { Answer, B24Client, CallOptions } from "./client.ts";
import { B24Error } from "./error.ts";
import { type MethodName, type MethodParams, type MethodResult, READ_METHODS } from "./methods/index.ts";

const PATIENCE_MS = 60_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 20_000;

export type RetryOptions = CallOptions & {
  /** All attempts together end within this time, in milliseconds; 60,000 by default. */
  patienceMs?: number | undefined;
  /** Doing it twice is the same as doing it once. A method that only reads is so by itself. */
  idempotent?: boolean | undefined;
};

/**
 * Calls until it succeeds, while a repeat does no harm: after a refusal that left nothing done, or of a call that may be
 * done twice. What may have been done and must not be done twice is left to the caller (see `createOnce`).
 *
 * @throws B24Error of the last attempt.
 */
export function callWithRetries<Name extends MethodName>(
  client: B24Client,
  method: Name,
  params: MethodParams<Name>,
  options: RetryOptions = {},
): Promise<MethodResult<Name>> {
  const { patienceMs = PATIENCE_MS, idempotent = READ_METHODS.has(method), ...callOptions } = options;
  const deadlineMs = Date.now() + patienceMs;
  const mayRepeat = (error: B24Error) => idempotent || error.outcome === "not_applied";
  return repeat(() => client.call(method, params, callOptions), mayRepeat, { deadlineMs, signal: options.signal });
}

/** `ask` of a method that only reads, until it succeeds. @throws B24Error of the last attempt. */
export function askWithRetries<Name extends MethodName>(
  client: B24Client,
  method: Name,
  params: MethodParams<Name>,
  options: CallOptions,
): Promise<Answer<Name>> {
  const limits = { deadlineMs: Date.now() + PATIENCE_MS, signal: options.signal };
  return repeat(
    () => client.ask(method, params, options),
    () => true,
    limits,
  );
}

type Limits = { deadlineMs: number; signal: AbortSignal | undefined };

/** Attempts until one succeeds, a failure may not be repeated, or the next try would come too late. */
async function repeat<Value>(
  attempt: () => Promise<Value>,
  mayRepeat: (error: B24Error) => boolean,
  limits: Limits,
): Promise<Value> {
  for (let failures = 0; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      const isWorthIt = error instanceof B24Error && error.isRetryable && mayRepeat(error);
      if (!isWorthIt || !(await pauseBefore(failures, error, limits))) throw error;
    }
  }
}

/** Waits as long as the portal asks, or a random part of a growing time (full jitter). @returns False when that is too long. */
export async function pauseBefore(failures: number, error: AppError, { deadlineMs, signal }: Limits): Promise<boolean> {
  const ceilingMs = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
  const pauseMs = (error.retryAfterMs ?? 0) + Math.random() * ceilingMs;
  return Date.now() + pauseMs <= deadlineMs && pauseFor(pauseMs, signal);
}
