import { z } from "zod";

import { Measured } from "../statistics.ts";

/** What one load process does. */
export const LoadTask = z.object({
  port: z.number(),
  path: z.string(),
  text: z.string(),
  /** Portals whose events they are, of those numbered from 0. */
  portals: z.number().int().positive(),
  /** Dialogs that the events go round over, in all portals together. */
  dialogs: z.number().int().positive(),
  /** The first event's number; each event has one of its own, also in the next run. */
  firstNumber: z.number().int().nonnegative(),
  connections: z.number().int().positive(),
  /** Events a second that come whether or not the earlier ones are answered; null sends the next one after each answer. */
  perSecond: z.number().positive().nullable(),
  /** Sent and answered, and not measured. */
  warmUpMs: z.number(),
  measureMs: z.number(),
});
export type LoadTask = z.infer<typeof LoadTask>;

/** The line that a load process prints at its end. */
export const LoadOutcome = z.object({
  /** Events answered 200 in the whole run, warm-up and last answers included. */
  accepted: z.number(),
  /** Other answers by status, and `lost` for connections that broke without one. */
  refused: z.record(z.string(), z.number()),
  /** Events that the next run may begin with. */
  nextNumber: z.number(),
  /** Of those answered 200 while measured. */
  perSecond: z.number(),
  p50Ms: Measured,
  p99Ms: Measured,
  worstMs: Measured,
  /** Processor time of the load process over the measured part, in seconds. */
  cpuS: z.number(),
  /** How late the load process itself was with an event of an open loop, at the 99th percentile. */
  lateP99Ms: Measured,
});
export type LoadOutcome = z.infer<typeof LoadOutcome>;
