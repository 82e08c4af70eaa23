import type { PortalAnswer } from "../classify.ts";
import { cancelledWaiting, outOfTime } from "./refusals.ts";

/** Beyond its wait for room a call waits this long for the budget or a token to be told at all, in milliseconds. */
export const TRIP_MS = 1_000;
/** Node.js takes a longer timer for none. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export type NewCall = {
  readonly method: string;
  readonly params: object;
  readonly signal: AbortSignal | undefined;
  /** How long it waits for its turn, in milliseconds. */
  readonly maxWaitMs: number;
  /** Its line in a batch; null when it must leave alone. */
  command: string | null;
};

export type WaitingCall = NewCall & {
  /** When its patience ends, by the client's clock. */
  deadlineMs: number;
  /** There was no room when it came. */
  hasWaited: boolean;
  /** Away: its request is under way, so it may have been done. */
  readonly phase: "waiting" | "away" | "over";
  /** Its request is made now. @param onCancel What its cancelling does from here on. */
  leave(onCancel: () => void): void;
  /** The portal did nothing of it, so it waits again: with new patience, or not at all when it was cancelled meanwhile. */
  stay(): void;
  resolve(answer: PortalAnswer): void;
  reject(error: unknown): void;
};

type Options = {
  hasWaited: boolean;
  now: () => number;
  /** It ended without having left. */
  onUnsent: (call: WaitingCall) => void;
};

/**
 * A call and the promise of its answer. Wherever it waits, for room or for a token, cancelling it or the end of its
 * patience ends it unsent: what its caller was told then stays true, for a call that is over cannot leave.
 */
export function openCall(call: NewCall, options: Options): { call: WaitingCall; promise: Promise<PortalAnswer> } {
  const { promise, resolve, reject } = Promise.withResolvers<PortalAnswer>();
  let phase: WaitingCall["phase"] = "waiting";
  let onCancelAway = () => {};
  let timer: NodeJS.Timeout | undefined;

  const opened: WaitingCall = {
    ...call,
    deadlineMs: 0,
    hasWaited: options.hasWaited,
    get phase() {
      return phase;
    },
    leave(onCancel) {
      if (phase !== "waiting") return;
      phase = "away";
      onCancelAway = onCancel;
      clearTimeout(timer);
    },
    stay() {
      if (phase === "over") return;
      phase = "waiting";
      if (call.signal?.aborted === true) opened.reject(cancelledWaiting(call.method));
      else startPatience();
    },
    resolve(answer) {
      end();
      resolve(answer);
    },
    reject(error) {
      end();
      reject(error);
    },
  };

  call.signal?.addEventListener("abort", onAbort, { once: true });
  startPatience();
  return { call: opened, promise };

  function onAbort(): void {
    if (phase === "away") onCancelAway();
    else opened.reject(cancelledWaiting(call.method));
  }

  function startPatience(): void {
    clearTimeout(timer);
    opened.deadlineMs = options.now() + call.maxWaitMs;
    const patienceMs = Math.min(call.maxWaitMs + TRIP_MS, LONGEST_TIMER_MS);
    timer = setTimeout(() => opened.reject(outOfTime(call.method, patienceMs)), patienceMs);
  }

  function end(): void {
    const isUnsent = phase === "waiting";
    phase = "over";
    clearTimeout(timer);
    call.signal?.removeEventListener("abort", onAbort);
    if (isUnsent) options.onUnsent(opened);
  }
}
