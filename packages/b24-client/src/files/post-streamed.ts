import { AppError, pauseFor } from "@botdeck/core";

import { beforeLeaving } from "../calling/before-leaving.ts";
import { cancelledWaiting, refusedForRate } from "../calling/refusals.ts";
import { renewalOf } from "../calling/renewal.ts";
import { type Classified, classify } from "../classify.ts";
import { toB24Error } from "../describe-failure.ts";
import { B24Error } from "../error.ts";
import { secretParams, secretsOf } from "../hide-secrets.ts";
import { urlOfMethod } from "../portal-endpoint.ts";
import type { Token } from "../token-store.ts";
import type { StreamedBody } from "./base64-body.ts";
import { readText } from "./read-text.ts";
import type { UploadTarget } from "./upload-target.ts";

const MAX_WAIT_MS = 10_000;

/** `build` makes the body anew for each try, of the parameters and the token among them when there is one. */
export type StreamedCall = { params: object; build: (params: object) => StreamedBody };
export type StreamOptions = { signal: AbortSignal; maxWaitMs?: number | undefined };

/**
 * Calls a method whose parameters are too large for memory, once; a token that has expired or is not known, which the
 * portal refuses before anything is done, is renewed for a second try.
 *
 * @throws B24Error whose `outcome` tells whether the file may have arrived.
 */
export async function postStreamed(
  target: UploadTarget,
  method: string,
  call: StreamedCall,
  options: StreamOptions,
): Promise<unknown> {
  const token = await waitForTurn(target, method, options);
  const first = await attempt(target, method, call, token, options);
  const renewal = target.tokens && renewalOf(target.tokens);
  if (token === null || renewal?.isWorthIt(first.answer, token) !== true) return read(target, method, first);
  const fresh = await beforeLeaving(method, options.signal, () => renewal.renew(first.answer, token));
  return read(target, method, await attempt(target, method, call, fresh, options));
}

type Attempt = {
  status: number;
  answer: Classified<Record<string, unknown>>;
  secrets: readonly string[];
};

async function waitForTurn(
  { budget, tokens }: UploadTarget,
  method: string,
  { signal, maxWaitMs = MAX_WAIT_MS }: StreamOptions,
): Promise<Token | null> {
  for (let waitedMs = 0; ;) {
    const ask = () => budget.reserve({ lane: "reply", count: 1 });
    const { granted, retryAfterMs, pauses } = await beforeLeaving(method, signal, ask);
    const pauseMs = pauses[method] ?? 0;
    const waitMs = granted === 0 ? Math.max(retryAfterMs, pauseMs) : pauseMs;
    // After the wait: a token read before it might be replaced by now.
    if (waitMs === 0) return tokens === undefined ? null : beforeLeaving(method, signal, () => tokens.get());
    waitedMs += waitMs;
    if (waitedMs > maxWaitMs) throw refusedForRate(method, waitMs);
    if (!(await pauseFor(waitMs, signal))) throw cancelledWaiting(method);
  }
}

async function attempt(
  { files, portal }: UploadTarget,
  method: string,
  call: StreamedCall,
  token: Token | null,
  { signal }: StreamOptions,
): Promise<Attempt> {
  const url = new URL(urlOfMethod(portal, method));
  const { params, build } = call;
  const { lengthBytes, chunks } = build(token === null ? params : { ...params, auth: token.accessToken });
  const secrets = [...secretsOf(portal, token), ...secretParams(params)];
  const headers = {
    accept: "application/json",
    "user-agent": "botdeck",
    "content-type": "application/json",
    "content-length": String(lengthBytes),
  };
  let hasBegun = false;
  /** Read only once a connection stands. */
  async function* noted(): AsyncGenerator<Uint8Array> {
    hasBegun = true;
    yield* chunks;
  }
  try {
    const request = { method: "POST", headers, body: noted(), trustedOrigin: url.origin, signal } as const;
    const answer = await files.send(url, request);
    if (answer.status >= 300 && answer.status < 400) throw hasMoved(method, answer.status);
    const text = await readText(answer.body);
    return { status: answer.status, answer: classify(answer.status, text, method), secrets };
  } catch (cause) {
    // The content itself was not as promised, so the request was cut before its end.
    if (cause instanceof AppError && cause.code === "invalid") throw cause;
    if (cause instanceof B24Error) throw cause;
    const message = hasBegun
      ? `The file may or may not have reached the portal by ${method}`
      : `The portal could not be reached for ${method}`;
    const outcome = hasBegun ? "unknown" : "not_applied";
    throw new B24Error("unreachable", message, { method, outcome, cause });
  }
}

/** Whether the new address is the portal's own is found out by a call that has no file to lose. */
function hasMoved(method: string, status: number): B24Error {
  const message = `The portal has a new address, so ${method} was not done: try again after another call has found it`;
  return new B24Error("unreachable", message, { method, outcome: "not_applied", status });
}

/** What the portal refused for rate, the other calls hear of. */
async function read({ budget }: UploadTarget, method: string, attempted: Attempt): Promise<unknown> {
  const { status, answer, secrets } = attempted;
  if (answer.ok) return answer.answer["result"];
  const { failure } = answer;
  if (failure.portalCode === "OPERATION_TIME_LIMIT") await budget.pause(method, failure.retryAfterMs ?? 0);
  else if (failure.code === "rate_limited") await budget.penalize(failure.retryAfterMs ?? 0);
  throw toB24Error(method, status, failure, secrets);
}
