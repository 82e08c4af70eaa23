import { type Lane, type RateLimits, REQUEST_LIMITS } from "@botdeck/core";

import { pauseUntil, takePlaces } from "./gcra.ts";

export type Reservation = {
  /** How many requests may leave now; fewer than asked when the room ends. */
  granted: number;
  /** When none may: milliseconds until it is worth asking again. */
  retryAfterMs: number;
  /** Methods that the portal has closed, and for how many milliseconds. */
  pauses: Readonly<Record<string, number>>;
};

/** How many requests one portal still takes. All processes of one address should share one. */
export interface RateBudget {
  /** Takes up to `count` requests that may leave at once; never a place in the future, so no lane queues before another. */
  reserve(request: { lane: Lane; count: number }): Promise<Reservation>;
  /** The portal refused for rate: hold every request for so long. */
  penalize(pauseMs: number): Promise<void>;
  /** The portal has closed one method: nobody calls it for so long. */
  pause(method: string, pauseMs: number): Promise<void>;
}

/** A budget in memory, for one process that has the portal to itself. */
export function createLocalBudget({
  limits = REQUEST_LIMITS.standard,
  now = Date.now,
}: { limits?: RateLimits; now?: () => number } = {}): RateBudget {
  let arrivalUs = 0;
  const opensAt = new Map<string, number>();
  const nowUs = () => Math.round(now() * 1000);
  return {
    async reserve(request) {
      const places = takePlaces(arrivalUs, nowUs(), limits, request);
      arrivalUs = places.arrivalUs;
      const closed = [...opensAt].filter(([, at]) => at > now());
      const pauses = Object.fromEntries(closed.map(([method, at]) => [method, at - now()]));
      return { granted: places.granted, retryAfterMs: places.retryAfterMs, pauses };
    },
    async penalize(pauseMs) {
      arrivalUs = pauseUntil(arrivalUs, nowUs(), limits, pauseMs);
    },
    async pause(method, pauseMs) {
      opensAt.set(method, Math.max(opensAt.get(method) ?? 0, now() + pauseMs));
    },
  };
}
