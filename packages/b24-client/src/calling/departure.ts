import { cancelledInBatch } from "./refusals.ts";
import type { WaitingCall } from "./waiting-call.ts";

export type Request = { method: string; params: object; signal: AbortSignal | undefined };

/** Calls that were let go together. Who is still there is seen anew each time that a request leaves for them. */
export type Departure = {
  /** The request of those that still wait; null when nobody does, and nothing may be sent. */
  leave(): Request | null;
  /** The portal did nothing of the request: whoever cancels now, or has, is told so. */
  stay(): void;
  /** The calls of the last request, in the order of its commands. */
  readonly calls: readonly WaitingCall[];
};

export function createDeparture(group: readonly WaitingCall[]): Departure {
  let calls: readonly WaitingCall[] = [];
  return {
    get calls() {
      return calls;
    },
    leave() {
      calls = group.filter(({ phase }) => phase === "waiting");
      const [call] = calls;
      if (call === undefined) return null;
      return calls.length === 1 ? leaveAlone(call) : leaveTogether(calls);
    },
    stay() {
      for (const call of calls) call.stay();
    },
  };
}

/** Its own signal cuts the request, and the transport knows whether the bytes had left. */
function leaveAlone(call: WaitingCall): Request {
  call.leave(() => {});
  return { method: call.method, params: call.params, signal: call.signal };
}

/**
 * One batch. Cancelling one ends the wait for it, and only when all are cancelled is the request cut: it is under way for
 * the others.
 */
function leaveTogether(calls: readonly WaitingCall[]): Request {
  const cancelled = new AbortController();
  let left = calls.length;
  for (const call of calls) {
    call.leave(() => {
      call.reject(cancelledInBatch(call.method));
      left -= 1;
      if (left === 0) cancelled.abort();
    });
  }
  const cmd = Object.fromEntries(calls.map((call, index) => [keyOf(index), call.command]));
  return { method: "batch", params: { halt: 0, cmd }, signal: cancelled.signal };
}

/** The commands of the batch, in the order of their calls. */
export const commandsOf = (calls: readonly WaitingCall[]) =>
  calls.map(({ method }, index) => ({ key: keyOf(index), method }));

/** A letter before the number: PHP would write numbered keys as a list. */
const keyOf = (index: number) => `c${index}`;
