import { type RateLimits, REQUEST_LIMITS } from "@botdeck/core";

/** The portal's bucket, and the budget that we keep below it. */
export type Scale = { bucket: RateLimits; budget: RateLimits };

const BUCKET: RateLimits = { burst: 50, perSecond: 2 };
const QUICK = 10;

/** A standard portal, as it is. */
export const TRUE_SCALE: Scale = { bucket: BUCKET, budget: REQUEST_LIMITS.standard };

/** A bucket that drains ten times as fast, and a budget to match: the same shape in a tenth of the time. */
export const QUICK_SCALE: Scale = { bucket: faster(BUCKET), budget: faster(REQUEST_LIMITS.standard) };

/** How long the bucket alone makes so many requests last, in seconds. */
export function floorS(requests: number, { bucket }: Scale): number {
  return (requests - bucket.burst) / bucket.perSecond;
}

function faster({ burst, perSecond }: RateLimits): RateLimits {
  return { burst, perSecond: perSecond * QUICK };
}
