import { z } from "zod";

const Limits = z.object({ burst: z.number(), perSecond: z.number() });

const Own = z.object({
  client: z.literal("own"),
  webhookUrl: z.string(),
  databaseUrl: z.string(),
  portalId: z.string(),
  limits: Limits,
  packing: z.boolean(),
});
const Sdk = z.object({ client: z.literal("sdk"), webhookUrl: z.string(), limits: Limits });

/** With what a process calls: our client over the shared budget, or the official SDK. */
export const Caller = z.discriminatedUnion("client", [Own, Sdk]);
export type Caller = z.infer<typeof Caller>;
export type OwnCaller = z.infer<typeof Own>;
export type SdkCaller = z.infer<typeof Sdk>;

/** What one client process does. */
export const Task = z.discriminatedUnion("kind", [
  /** Adds the leads of these numbers, all at once. */
  z.object({ kind: z.literal("add"), caller: Caller, from: z.number(), count: z.number() }),
  z.object({ kind: z.literal("list"), caller: Caller }),
  /** Queues calls that nobody waits for, and goes on until it is stopped. */
  z.object({ kind: z.literal("digest"), caller: Own, count: z.number() }),
  /** Answers so many times, with pauses between. */
  z.object({ kind: z.literal("reply"), caller: Own, count: z.number(), pauseMs: z.number() }),
]);
export type Task = z.infer<typeof Task>;

/** The last line that a client process prints. */
export const Outcome = z.object({
  /** The first call and the last answer, in milliseconds since 1970: processes do not start at one instant. */
  startedAtMs: z.number(),
  endedAtMs: z.number(),
  failed: z.number(),
  rows: z.number(),
  slowestMs: z.number(),
});
export type Outcome = z.infer<typeof Outcome>;
