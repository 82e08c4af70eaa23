/** What came of showing on a portal who one is, as the server says it in the address. */
export const LINK_OUTCOMES = ["linked", "taken", "other", "over", "failed"] as const;
