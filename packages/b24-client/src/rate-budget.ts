import { PORTAL_LIMITS, pauseUntil, takeSlot, type Lane, type RateLimits } from "./gcra.ts";

/** How many calls one portal still takes. All processes of one address should share one. */
export interface RateBudget {
  /** Takes a place in the queue, or tells that the wait would be longer than `maxWaitMs` and takes none. */
  reserve(request: {
    lane: Lane;
    maxWaitMs: number;
  }): Promise<{ ok: true; waitMs: number } | { ok: false; retryAfterMs: number }>;
  /** The portal refused for rate: hold every call for so long. */
  penalize(pauseMs: number): Promise<void>;
}

/** A budget in memory, for one process that has the portal to itself. */
export function createLocalBudget({
  limits = PORTAL_LIMITS,
  now = Date.now,
}: { limits?: RateLimits; now?: () => number } = {}): RateBudget {
  let arrivalMs = 0;
  return {
    async reserve(request) {
      const slot = takeSlot(arrivalMs, now(), limits, request);
      if (!slot.ok) return slot;
      arrivalMs = slot.arrivalMs;
      return { ok: true, waitMs: slot.waitMs };
    },
    async penalize(pauseMs) {
      arrivalMs = pauseUntil(arrivalMs, now(), limits, pauseMs);
    },
  };
}
