import { setTimeout as delay } from "node:timers/promises";

import { classify, type Classified } from "./classify.ts";
import { toB24Error } from "./describe-failure.ts";
import { B24Error } from "./error.ts";
import type { Lane } from "./gcra.ts";
import { decodeResult, UnknownAnswer, type MethodName, type MethodParams, type MethodResult } from "./methods/index.ts";
import { createOperatingLimits } from "./operating-limits.ts";
import { movedEndpoint, urlOfMethod, type PortalEndpoint } from "./portal-endpoint.ts";
import type { RateBudget } from "./rate-budget.ts";
import type { Token, TokenStore } from "./token-store.ts";
import { TransportError, type HttpAnswer, type Transport } from "./transport.ts";

const TIMEOUT_MS = 30_000;
const MAX_WAIT_MS = 10_000;

export type CallOptions = {
  signal?: AbortSignal | undefined;
  /** `chat` unless nobody waits for it. */
  lane?: Lane | undefined;
  /** A longer wait for the portal's budget is refused as `rate_limited`; 10,000 by default. */
  maxWaitMs?: number | undefined;
};

export type B24ClientOptions = {
  portal: PortalEndpoint;
  transport: Transport;
  budget: RateBudget;
  /** Needed with OAuth; a webhook's secret stands in its URL. */
  tokens?: TokenStore;
  /** The portal has a new address: keep it. */
  onMoved?: (endpoint: PortalEndpoint) => void;
  /** Total time of one request, in milliseconds; 30,000 by default. The portal itself stops at 60,000. */
  timeoutMs?: number;
  now?: () => number;
};

/** Calls one portal with one identity. */
export interface B24Client {
  /**
   * Makes one attempt, after waiting for the portal's budget. Only an expired token is followed by a second one: the
   * portal refused the first before doing anything. All other retries are the caller's, who knows what may be repeated.
   *
   * @throws B24Error whose `outcome` tells whether the call may have been done.
   */
  call<Name extends MethodName>(
    method: Name,
    params: MethodParams<Name>,
    options?: CallOptions,
  ): Promise<MethodResult<Name>>;
}

/** A client of one portal; safe to share and to use concurrently. */
export function createB24Client(options: B24ClientOptions): B24Client {
  const { transport, budget, tokens, onMoved, timeoutMs = TIMEOUT_MS, now = Date.now } = options;
  let endpoint = options.portal;
  const operatingLimits = createOperatingLimits(now);

  return {
    async call(method, params, callOptions = {}) {
      const first = await attempt(method, params, callOptions, null);
      if (!isExpired(first)) return read(method, first);
      const token = await tokens?.rotate(first.token);
      return read(method, await attempt(method, params, callOptions, token ?? null));
    },
  };

  type Attempt = { status: number; token: Token | null; outcome: Classified<Record<string, unknown>> };

  async function attempt(
    method: string,
    params: object,
    callOptions: CallOptions,
    fresh: Token | null,
  ): Promise<Attempt> {
    await waitForTurn(method, callOptions);
    // After the wait: a token read before it might be replaced by now.
    const token = fresh ?? (await tokens?.get()) ?? null;
    const body = JSON.stringify(token === null ? params : { ...params, auth: token.accessToken });
    const { status, body: answer } = await post(method, body, callOptions.signal);
    const outcome = classify(status, answer, method);
    if (outcome.ok) operatingLimits.note(method, outcome.answer["time"]);
    return { status, token, outcome };
  }

  async function waitForTurn(method: string, { signal, lane = "chat", maxWaitMs = MAX_WAIT_MS }: CallOptions) {
    const place = await budget.reserve({ lane, maxWaitMs });
    if (!place.ok) {
      const message = `The portal's call budget is used up, so ${method} was not sent`;
      throw new B24Error("rate_limited", message, { method, outcome: "not_applied", retryAfterMs: place.retryAfterMs });
    }
    if (place.waitMs === 0) return;
    try {
      await delay(place.waitMs, undefined, { signal });
    } catch (cause) {
      const message = `${method} was cancelled while it waited for its turn`;
      throw new B24Error("unreachable", message, { method, outcome: "not_applied", cause });
    }
  }

  async function post(method: string, body: string, signal: AbortSignal | undefined): Promise<HttpAnswer> {
    const answer = await send(endpoint, method, body, signal);
    if (answer.status < 300 || answer.status >= 400) return answer;
    // Following it as browsers do would turn the POST into a GET and lose the body.
    const moved = movedEndpoint(endpoint, method, answer.location);
    if (moved === null) return answer;
    const second = await send(moved, method, body, signal);
    endpoint = moved;
    onMoved?.(moved);
    return second;
  }

  async function send(to: PortalEndpoint, method: string, body: string, signal: AbortSignal | undefined) {
    try {
      return await transport.send(urlOfMethod(to, method), body, { timeoutMs, signal });
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      const message = `The portal could not be asked for ${method}: ${error.message}`;
      throw new B24Error("unreachable", message, { method, outcome: error.outcome, cause: error });
    }
  }

  async function read<Name extends MethodName>(
    method: Name,
    { status, outcome }: Attempt,
  ): Promise<MethodResult<Name>> {
    if (!outcome.ok) {
      const { failure } = outcome;
      if (failure.portalCode === "OPERATION_TIME_LIMIT") {
        // Only this method is held, so the shared budget is left alone.
        const retryAfterMs = operatingLimits.pauseMs(method) ?? failure.retryAfterMs;
        throw toB24Error(method, status, { ...failure, retryAfterMs });
      }
      if (failure.code === "rate_limited") await budget.penalize(failure.retryAfterMs ?? 0);
      throw toB24Error(method, status, failure);
    }
    try {
      return decodeResult(method, outcome.answer["result"]);
    } catch (error) {
      if (!(error instanceof UnknownAnswer)) throw error;
      const message = `The portal answered ${method} in an unknown form (at ${error.path})`;
      throw new B24Error("unreachable", message, { method, outcome: "unknown", status });
    }
  }

  function isExpired(result: Attempt): result is Attempt & { token: Token } {
    const code = result.outcome.ok ? null : result.outcome.failure.portalCode;
    return code === "expired_token" && result.token !== null && tokens !== undefined;
  }
}
