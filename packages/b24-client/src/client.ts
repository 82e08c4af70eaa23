import { type Lane, LANES } from "@botdeck/core";

import { batchCommand } from "./calling/batchable.ts";
import { dispatch } from "./calling/dispatch.ts";
import { createExchange } from "./calling/exchange.ts";
import { createLaneQueue, type LaneQueue } from "./calling/lane-queue.ts";
import { createMethodPace } from "./calling/method-pace.ts";
import { durationOf } from "./calling/note-times.ts";
import { renewalOf } from "./calling/renewal.ts";
import type { PortalAnswer } from "./classify.ts";
import { B24Error } from "./error.ts";
import { decodeResult, UnknownAnswer, type MethodName, type MethodParams, type MethodResult } from "./methods/index.ts";
import { createOperatingLimits } from "./operating-limits.ts";
import type { PortalEndpoint } from "./portal-endpoint.ts";
import type { RateBudget } from "./rate-budget.ts";
import type { TokenStore } from "./token-store.ts";
import type { Transport } from "./transport.ts";

const TIMEOUT_MS = 30_000;
const MAX_WAIT_MS = 10_000;
/** The portal may be slower today than it was. */
const BATCH_SHARE_OF_TIMEOUT = 0.5;

export type CallOptions = {
  signal?: AbortSignal | undefined;
  /** What the call is for; `command` unless told. */
  lane?: Lane | undefined;
  /**
   * A longer wait for the portal's budget is refused as `rate_limited`; 10,000 by default. When the budget or the token
   * store says nothing for so long and a second more, the call ends as `unreachable`. Neither has sent anything.
   */
  maxWaitMs?: number | undefined;
};

export type B24ClientOptions = {
  portal: PortalEndpoint;
  transport: Transport;
  budget: RateBudget;
  /** Needed with OAuth; a webhook's secret stands in its URL. */
  tokens?: TokenStore;
  /**
   * Whether the portal, and nobody else, lives at the address that a redirect names. Asked before a token is sent there;
   * without it a redirect over TLS to the same path is believed.
   */
  proveMove?: (endpoint: PortalEndpoint) => Promise<boolean>;
  /** The portal has a new address, and answered there: keep it. */
  onMoved?: (endpoint: PortalEndpoint) => void;
  /** Total time of one request, in milliseconds; 30,000 by default. The portal itself stops at 60,000. */
  timeoutMs?: number;
  /** False sends each call as a request of its own. */
  packing?: boolean;
  now?: () => number;
};

/** An answer with what stands beside its result. */
export type Answer<Name extends MethodName> = {
  result: MethodResult<Name>;
  /** Where the next page of a list starts; null on the last one. */
  next: number | null;
  /** How many rows the list has; null when the portal did not count. */
  total: number | null;
  /** How long the portal was at work on it; null when it did not tell. */
  durationMs: number | null;
};

/** Calls one portal with one identity. */
export interface B24Client {
  /**
   * Makes one attempt, after waiting for the portal's budget. What has had to wait leaves in one batch with what waits
   * in the same lane, and gets the same answer or error as alone. Only a token that has expired or is not known is followed
   * by a second attempt: the portal refused the first before doing anything. All other retries are the caller's, who
   * knows what may be repeated.
   *
   * @throws B24Error whose `outcome` tells whether the call may have been done.
   */
  call<Name extends MethodName>(
    method: Name,
    params: MethodParams<Name>,
    options?: CallOptions,
  ): Promise<MethodResult<Name>>;
  /** `call`, with what the portal says of a list beside its rows. */
  ask<Name extends MethodName>(method: Name, params: MethodParams<Name>, options?: CallOptions): Promise<Answer<Name>>;
  /**
   * Says that a call of this lane will be made within a second: its place in the portal's budget is taken meanwhile. If none
   * is made, the place is lost.
   */
  askAhead(lane: Lane): void;
}

/** A client of one portal; safe to share and to use concurrently. */
export function createB24Client(options: B24ClientOptions): B24Client {
  const { portal, transport, budget, tokens, proveMove, onMoved } = options;
  const { timeoutMs = TIMEOUT_MS, packing = true, now = Date.now } = options;
  const limits = createOperatingLimits(budget, now);
  const pace = createMethodPace();
  const exchange = createExchange({ portal, transport, tokens, proveMove, onMoved, timeoutMs });
  const renewal = tokens && renewalOf(tokens);
  const batchBudgetMs = timeoutMs * BATCH_SHARE_OF_TIMEOUT;

  const openLane = (lane: Lane): LaneQueue => {
    const queue = createLaneQueue({
      lane,
      budget,
      limits,
      pace,
      batchBudgetMs,
      now,
      dispatch: (group, fresh) =>
        void dispatch({ exchange, renewal, budget, limits, pace, putBack: queue.putBack }, group, fresh),
    });
    return queue;
  };
  const lanes = new Map(LANES.map((lane) => [lane, openLane(lane)]));

  async function ask<Name extends MethodName>(
    method: Name,
    params: MethodParams<Name>,
    { signal, lane = "command", maxWaitMs = MAX_WAIT_MS }: CallOptions = {},
  ): Promise<Answer<Name>> {
    const command = packing ? batchCommand(method, params) : null;
    const queue = lanes.get(lane) as LaneQueue; // safe: there is one for each lane
    return read(method, await queue.call({ method, params, signal, maxWaitMs, command }));
  }

  return {
    ask,
    askAhead: (lane) => lanes.get(lane)?.askAhead(),
    call: async (method, params, callOptions) => (await ask(method, params, callOptions)).result,
  };
}

function read<Name extends MethodName>(method: Name, answer: PortalAnswer): Answer<Name> {
  try {
    const [next, total] = [countOf(answer["next"]), countOf(answer["total"])];
    const durationMs = durationOf(answer["time"]);
    return { result: decodeResult(method, answer.result), next, total, durationMs };
  } catch (error) {
    if (!(error instanceof UnknownAnswer)) throw error;
    const message = `The portal answered ${method} in an unknown form (at ${error.path})`;
    throw new B24Error("unreachable", message, { method, outcome: "unknown", status: 200 });
  }
}

function countOf(value: unknown): number | null {
  return typeof value === "number" || (typeof value === "string" && value !== "") ? Number(value) : null;
}
