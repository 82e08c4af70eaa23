/** Why a sign-in by a portal came to nothing, as the server says it in the address. */
export const REFUSALS = ["unlinked", "blocked", "over", "failed"] as const;
export type Refusal = (typeof REFUSALS)[number];
