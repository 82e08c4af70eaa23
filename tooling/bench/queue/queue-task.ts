import { z } from "zod";

import { Measured } from "../statistics.ts";

export const PEERS = ["graphileTuned", "graphileDefault", "bossFetch", "bossWork"] as const;
export type Peer = (typeof PEERS)[number];

/** How much of each a side does. */
export const QueueWork = z.object({
  /** Callers that each wait for their own add before the next. */
  callers: z.number(),
  addMs: z.number(),
  bulkJobs: z.number(),
  bulkSize: z.number(),
  /** Jobs added one at a time to an idle worker. */
  startJobs: z.number(),
  startEveryMs: z.number(),
});
export type QueueWork = z.infer<typeof QueueWork>;

export const PeerTask = z.object({ peer: z.enum(PEERS), databaseUrl: z.string(), work: QueueWork });
export type PeerTask = z.infer<typeof PeerTask>;

export const QueueOutcome = z.object({
  addPerSecond: z.number(),
  bulkPerSecond: z.number(),
  /** From the first job's start to the last one's, whatever was added before. */
  processPerSecond: Measured,
  /** From the call that adds a job to its handler, in milliseconds. */
  startP50Ms: Measured,
  startP99Ms: Measured,
});
export type QueueOutcome = z.infer<typeof QueueOutcome>;
