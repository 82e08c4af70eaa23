import { z } from "zod";

import { Measured } from "../statistics.ts";

/** What the portal's side does: posts events, and hears the calls that answer them. */
export const RoundTripTask = z.object({
  gatewayPort: z.number(),
  portalPort: z.number(),
  /** Portals whose events they are, of those numbered from 0. */
  portals: z.number().int().positive(),
  /** A multiple of the portals, so that a dialog is always the same portal's. */
  dialogs: z.number(),
  firstNumber: z.number(),
  /** So many events a second, or, to find the most it can do, so many unanswered at any time. */
  offer: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("rate"), perSecond: z.number() }),
    z.object({ kind: z.literal("unanswered"), count: z.number() }),
  ]),
  warmUpMs: z.number(),
  measureMs: z.number(),
});
export type RoundTripTask = z.infer<typeof RoundTripTask>;

export const RoundTripOutcome = z.object({
  accepted: z.number(),
  refused: z.number(),
  replies: z.number(),
  nextNumber: z.number(),
  repliesPerSecond: z.number(),
  /** From the instant an event was due to the call that answers it. */
  p50Ms: Measured,
  p99Ms: Measured,
  cpuS: z.number(),
});
export type RoundTripOutcome = z.infer<typeof RoundTripOutcome>;
