import { drainUs, type Lane, type RateLimits, roomOf } from "@botdeck/core";

export type Places = {
  /** How many requests may leave now. */
  granted: number;
  /** When none may: milliseconds until one of this lane may, if nobody above it asks before. */
  retryAfterMs: number;
  arrivalUs: number;
};

/**
 * Takes requests from a portal's leaky bucket (GCRA). All state is one instant: when the bucket would be empty again.
 * A lane may fill the bucket only up to its room, and takes nothing that has to wait; so whatever a lower lane has queued,
 * a higher one finds what lies above that lane's room, and after that the next drop of the bucket.
 *
 * @param arrivalUs That instant, in microseconds of the same clock as `nowUs`; keep the one returned.
 * @param asked.count As many as there are, up to this.
 */
export function takePlaces(
  arrivalUs: number,
  nowUs: number,
  limits: RateLimits,
  asked: { lane: Lane; count: number },
): Places {
  const [drain, room] = [drainUs(limits), roomOf(limits, asked.lane)];
  const startUs = Math.max(arrivalUs, nowUs);
  const aheadUs = startUs - nowUs;
  const granted = Math.min(asked.count, Math.max(0, room - Math.ceil(aheadUs / drain)));
  if (granted > 0) return { granted, retryAfterMs: 0, arrivalUs: startUs + granted * drain };
  const waitUs = Math.max(0, aheadUs - (room - 1) * drain);
  return { granted: 0, retryAfterMs: Math.ceil(waitUs / 1000), arrivalUs };
}

/** Fills the bucket so that even the most urgent request waits `pauseMs`: the portal said it had enough. */
export function pauseUntil(arrivalUs: number, nowUs: number, limits: RateLimits, pauseMs: number): number {
  return Math.max(arrivalUs, nowUs + (limits.burst - 1) * drainUs(limits) + Math.round(pauseMs * 1000));
}
