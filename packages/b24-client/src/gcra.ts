/** A leaky bucket: so many calls at once, then so many a second. */
export type RateLimits = { burst: number; perSecond: number };

/** `chat` is what a person waits for; `bulk` keeps to a share of the burst, so that chat always finds room. */
export type Lane = "chat" | "bulk";

export type Slot =
  | { ok: true; waitMs: number; arrivalMs: number }
  /** Nothing was taken. */
  | { ok: false; retryAfterMs: number };

/**
 * Bitrix24 allows 50 at once and 2 a second per portal and source address; kept below, for its clock is not ours.
 * Bitrix24 docs: limits
 */
export const PORTAL_LIMITS: RateLimits = { burst: 48, perSecond: 1.95 };

const BULK_SHARE = 0.5;

/**
 * Takes the next place in the queue of a portal (GCRA). All state is one instant: when the bucket would be empty again.
 *
 * @param arrivalMs That instant, in milliseconds of the same clock as `nowMs`; keep the one returned.
 */
export function takeSlot(
  arrivalMs: number,
  nowMs: number,
  limits: RateLimits,
  request: { lane: Lane; maxWaitMs: number },
): Slot {
  const intervalMs = 1000 / limits.perSecond;
  const next = Math.max(arrivalMs, nowMs) + intervalMs;
  const burst = request.lane === "bulk" ? Math.max(1, Math.floor(limits.burst * BULK_SHARE)) : limits.burst;
  const waitMs = Math.max(0, Math.round(next - burst * intervalMs - nowMs));
  if (waitMs > request.maxWaitMs) return { ok: false, retryAfterMs: waitMs };
  return { ok: true, waitMs, arrivalMs: next };
}

/** Fills the bucket so that the next call waits `pauseMs`: the portal said it had enough. */
export function pauseUntil(arrivalMs: number, nowMs: number, limits: RateLimits, pauseMs: number): number {
  const intervalMs = 1000 / limits.perSecond;
  return Math.max(arrivalMs, nowMs + (limits.burst - 1) * intervalMs + pauseMs);
}
