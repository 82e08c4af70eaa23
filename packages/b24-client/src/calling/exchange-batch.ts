import type { Token } from "../token-store.ts";
import type { Exchange, Exchanged } from "./exchange.ts";
import { cancelledInBatch } from "./refusals.ts";
import type { WaitingCall } from "./waiting-call.ts";

type Group = readonly WaitingCall[];

/**
 * Sends the calls as one batch. Cancelling one ends the wait for it, and only when all are cancelled is the request cut:
 * it is under way for the others.
 */
export async function exchangeBatch(exchange: Exchange, group: Group, fresh: Token | null): Promise<Exchanged> {
  const cmd = Object.fromEntries(group.map((call, index) => [keyOf(index), call.command]));
  const cancelled = new AbortController();
  let left = group.length;
  const onAborts = group.map((call) => () => {
    call.reject(cancelledInBatch(call.method));
    left -= 1;
    if (left === 0) cancelled.abort();
  });
  group.forEach((call, index) => listen(call, onAborts[index]));
  try {
    return await exchange("batch", { halt: 0, cmd }, { signal: cancelled.signal, fresh });
  } finally {
    group.forEach(({ signal }, index) => {
      const onAbort = onAborts[index];
      if (onAbort !== undefined) signal?.removeEventListener("abort", onAbort);
    });
  }
}

function listen({ signal }: WaitingCall, onAbort: (() => void) | undefined): void {
  if (onAbort !== undefined) signal?.addEventListener("abort", onAbort, { once: true });
}

/** The commands of the batch, in the order of their calls. */
export const commandsOf = (group: Group) => group.map(({ method }, index) => ({ key: keyOf(index), method }));

/** A letter before the number: PHP would write numbered keys as a list. */
const keyOf = (index: number) => `c${index}`;
