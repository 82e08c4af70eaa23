/**
 * What a call of a portal is for, the most urgent first: somebody is handed to a person; a bot answers; somebody looks at
 * a screen that is being filled; somebody's command is carried out; a record is written; nobody waits.
 */
export const LANES = ["hand_over", "reply", "page", "command", "crm", "digest"] as const;
export type Lane = (typeof LANES)[number];

/** A leaky bucket: so many requests at once, then so many a second. */
export type RateLimits = { burst: number; perSecond: number };

export const REQUEST_LIMIT = ["standard", "enterprise"] as const;
/** Which bucket a portal's plan has. */
export type RequestLimit = (typeof REQUEST_LIMIT)[number];

/**
 * Bitrix24 takes 50 requests at once and 2 a second, Enterprise 250 and 5, from one address to one portal. Kept below,
 * for its clock is not ours. Bitrix24 docs: limits
 */
export const REQUEST_LIMITS: Readonly<Record<RequestLimit, RateLimits>> = {
  standard: { burst: 48, perSecond: 1.95 },
  enterprise: { burst: 240, perSecond: 4.875 },
};

/** How much of the burst a lane may fill; the rest is kept for those above it. */
const SHARES: Readonly<Record<Lane, number>> = {
  hand_over: 1,
  reply: 11 / 12,
  page: 5 / 6,
  command: 3 / 4,
  crm: 2 / 3,
  digest: 1 / 2,
};

/** How many requests of the burst a lane may fill: at least one, so that every lane moves. */
export function roomOf(limits: RateLimits, lane: Lane): number {
  return Math.max(1, Math.floor(limits.burst * SHARES[lane]));
}

/** In how many microseconds one request drains. Whole, so that a database and a program count alike. */
export function drainUs(limits: RateLimits): number {
  return Math.ceil(1_000_000 / limits.perSecond);
}
