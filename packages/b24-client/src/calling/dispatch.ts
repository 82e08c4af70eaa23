import { toB24Error } from "../describe-failure.ts";
import type { Failure } from "../classify.ts";
import { secretParams } from "../hide-secrets.ts";
import type { RateBudget } from "../rate-budget.ts";
import type { Token } from "../token-store.ts";
import { TransportError } from "../transport.ts";
import { commandsOf, createDeparture } from "./departure.ts";
import type { Exchange, Exchanged } from "./exchange.ts";
import { hideInErrors } from "./hide-in-errors.ts";
import { noteTime, noteTimes, type Notes } from "./note-times.ts";
import { readBatch } from "./read-batch.ts";
import { notSent, unanswered } from "./refusals.ts";
import type { Renewal } from "./renewal.ts";
import type { WaitingCall } from "./waiting-call.ts";

type Deps = Notes & {
  exchange: Exchange;
  /** Undefined for a portal reached by a webhook. */
  renewal: Renewal | undefined;
  budget: RateBudget;
  putBack: (group: readonly WaitingCall[], fresh: Token | null) => void;
};

type Group = readonly WaitingCall[];

/**
 * Sends calls as one request and settles each. A batch that got no clear answer leaves every call of it in doubt; one
 * that the portal refused unseen, or that never left for want of a token, leaves none.
 */
export async function dispatch(deps: Deps, group: Group, fresh: Token | null): Promise<void> {
  const departure = createDeparture(group);
  try {
    const exchanged = await deps.exchange(departure, fresh);
    if (exchanged === null) return;
    const { outcome, token } = exchanged;
    if (fresh === null && token !== null && deps.renewal?.isWorthIt(outcome, token) === true) {
      departure.stay();
      deps.putBack(departure.calls, await deps.renewal.renew(outcome, token));
      return;
    }
    await settle(deps, departure.calls, exchanged);
  } catch (error) {
    for (const call of group) call.reject(failureOf(call, error));
  }
}

function failureOf({ method, phase }: WaitingCall, error: unknown): unknown {
  if (phase === "waiting") return notSent(method, error);
  return error instanceof TransportError ? unanswered(method, error) : error;
}

async function settle(deps: Deps, group: Group, exchanged: Exchanged): Promise<void> {
  const { status, outcome } = exchanged;
  // In a batch a portal may repeat one call's words in the error of another.
  const secrets = [...exchanged.secrets, ...group.flatMap(({ params }) => secretParams(params))];
  if (!outcome.ok) {
    const method = group.length === 1 ? (group[0]?.method ?? "") : "batch";
    const retryAfterMs = await holdBack(deps, method, outcome.failure);
    for (const call of group) {
      call.reject(toB24Error(call.method, status, { ...outcome.failure, retryAfterMs }, secrets));
    }
    return;
  }
  const [call] = group;
  if (group.length === 1 && call !== undefined) {
    call.resolve(call.method === "batch" ? hideInErrors(outcome.answer, secrets) : outcome.answer);
    await noteTimes(deps, call, outcome.answer);
    return;
  }
  const inner = readBatch(outcome.answer.result, commandsOf(group));
  for (const [index, one] of inner.entries()) {
    const member = group[index];
    if (member === undefined) continue;
    if (one.outcome.ok) {
      noteTime(deps, member.method, one.outcome.answer["time"]);
      member.resolve(one.outcome.answer);
    } else if (one.outcome.failure.portalCode === "ERROR_BATCH_METHOD_NOT_ALLOWED") {
      member.command = null;
      member.stay();
      deps.putBack([member], null);
    } else {
      const retryAfterMs = await holdBack(deps, member.method, one.outcome.failure);
      member.reject(toB24Error(member.method, one.status, { ...one.outcome.failure, retryAfterMs }, secrets));
    }
  }
}

/**
 * Tells the other calls, here and elsewhere, that the portal has had enough; of this method or of all. When that cannot
 * be kept, they will be told by the portal: what is known of this call must not be lost with it.
 */
async function holdBack({ limits, budget }: Deps, method: string, failure: Failure): Promise<number | undefined> {
  try {
    if (failure.portalCode === "OPERATION_TIME_LIMIT") return await limits.close(method);
    if (failure.code === "rate_limited") await budget.penalize(failure.retryAfterMs ?? 0);
  } catch {
    // Told by the portal again.
  }
  return failure.retryAfterMs;
}
