import { toB24Error } from "../describe-failure.ts";
import type { Failure } from "../classify.ts";
import { secretParams } from "../hide-secrets.ts";
import type { RateBudget } from "../rate-budget.ts";
import type { Token, TokenStore } from "../token-store.ts";
import { TransportError } from "../transport.ts";
import { commandsOf, exchangeBatch } from "./exchange-batch.ts";
import type { Exchange, Exchanged } from "./exchange.ts";
import { noteTime, noteTimes, type Notes } from "./note-times.ts";
import { readBatch } from "./read-batch.ts";
import { unanswered } from "./refusals.ts";
import type { WaitingCall } from "./waiting-call.ts";

type Deps = Notes & {
  exchange: Exchange;
  tokens: TokenStore | undefined;
  budget: RateBudget;
  putBack: (group: readonly WaitingCall[], fresh: Token | null) => void;
};

type Group = readonly WaitingCall[];

/**
 * Sends calls as one request and settles each. A batch that got no clear answer leaves every call of it in doubt; one
 * that the portal refused unseen leaves none.
 */
export async function dispatch(deps: Deps, group: Group, fresh: Token | null): Promise<void> {
  try {
    const [call] = group;
    if (call === undefined) return;
    const exchanged =
      group.length === 1
        ? await deps.exchange(call.method, call.params, { signal: call.signal, fresh })
        : await exchangeBatch(deps.exchange, group, fresh);
    if (fresh === null && isExpired(exchanged) && deps.tokens !== undefined) {
      deps.putBack(group, await deps.tokens.rotate(exchanged.token));
      return;
    }
    await settle(deps, group, exchanged);
  } catch (error) {
    for (const { method, reject } of group) {
      reject(error instanceof TransportError ? unanswered(method, error) : error);
    }
  }
}

function isExpired(exchanged: Exchanged): exchanged is Exchanged & { token: Token } {
  const code = exchanged.outcome.ok ? null : exchanged.outcome.failure.portalCode;
  return code === "expired_token" && exchanged.token !== null;
}

async function settle(deps: Deps, group: Group, { status, outcome, secrets }: Exchanged): Promise<void> {
  if (!outcome.ok) {
    const method = group.length === 1 ? (group[0]?.method ?? "") : "batch";
    const retryAfterMs = await holdBack(deps, method, outcome.failure);
    for (const call of group) {
      const failure = { ...outcome.failure, retryAfterMs };
      call.reject(toB24Error(call.method, status, failure, [...secrets, ...secretParams(call.params)]));
    }
    return;
  }
  const [call] = group;
  if (group.length === 1 && call !== undefined) {
    call.resolve(outcome.answer);
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
      deps.putBack([member], null);
    } else {
      const retryAfterMs = await holdBack(deps, member.method, one.outcome.failure);
      const failure = { ...one.outcome.failure, retryAfterMs };
      member.reject(toB24Error(member.method, one.status, failure, [...secrets, ...secretParams(member.params)]));
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
