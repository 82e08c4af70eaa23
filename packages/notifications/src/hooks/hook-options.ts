import { z } from "zod";

import { GroupChat } from "../group-chat.ts";

/** What every object has by itself, and no post means. */
const NO_FIELD = new Set(["__proto__", "constructor", "prototype"]);

/** Where in a post something is found: `order.id`, `items.0.name`. */
const Path = z
  .string()
  .min(1)
  .max(200)
  .refine((path) => !path.split(".").some((part) => NO_FIELD.has(part)), "No field of a post is called so");

/** How a hook's posts are read, and where they go. */
export const HookOptions = z.object({
  /** The group chat that shows its alerts; nobody but who is paged sees them when null. */
  dialogId: GroupChat.nullable().default(null),
  /** The escalation that its alerts take; the portal's default when null. */
  policyId: z.uuid().nullable().default(null),
  /** Alerts that last less than this many seconds are told to nobody. */
  delaySeconds: z.number().int().min(0).max(86_400).default(0),
  /**
   * A group that nothing was posted of for so many seconds is over; null for never. Where it is left out: a day for sources that
   * do not say by themselves that something has ended. Refused of Alertmanager and Grafana, which say so.
   */
  endsAfterSeconds: z.number().int().min(60).max(2_592_000).nullish(),
  /** Labels whose values make a group, for senders that do not group themselves. */
  groupBy: z.array(z.string().min(1)).max(10).default(["alertname", "service", "host"]),
  /** While a group with these labels fires, those with the others are not told. */
  inhibit: z
    .array(
      z.object({
        source: z.record(z.string(), z.string()),
        target: z.record(z.string(), z.string()),
        /** Labels that have to be the same in both. */
        equal: z.array(z.string()).default([]),
      }),
    )
    .max(50)
    .default([]),
  /** Where a generic post has its parts. */
  fields: z
    .object({
      title: Path,
      status: Path.optional(),
      severity: Path.optional(),
      id: Path.optional(),
      url: Path.optional(),
      amount: Path.optional(),
      currency: Path.optional(),
    })
    .optional(),
  /**
   * A signed post carries its signature, and where it has one its time, in these headers. Without a time the same body is the same
   * post, whenever it comes.
   */
  signature: z
    .object({
      header: z.string().min(1).default("x-signature"),
      timestampHeader: z.string().min(1).nullable().default("x-timestamp"),
      /** Seconds by which a post's time may differ from ours. */
      windowSeconds: z.number().int().min(30).max(3_600).default(300),
    })
    .optional(),
  /** The sender's own API, which is told of acknowledgements and silences. */
  api: z.object({ url: z.url(), isTold: z.boolean().default(true) }).optional(),
});
export type HookOptions = z.infer<typeof HookOptions>;
