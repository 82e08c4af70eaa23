import type { CallOptions } from "@botdeck/b24-client";

/** Within the lease of whoever delivers, in milliseconds. */
const WAIT_MS = 3_000;

/**
 * The options of a call that ends what others have begun. While a portal has little left of its budget, many that look and
 * then have no call left to write with would look again and again: so what was begun goes before what begins.
 */
export const finishFirst = (options: CallOptions = {}): CallOptions =>
  options.lane === "crm" ? { ...options, lane: "command", maxWaitMs: WAIT_MS } : options;
