import { z } from "zod";

/** `HH:MM` by the wall clock. */
const Clock = z.iso.time({ precision: -1 });

/** How a person wants to be told. */
export const Preference = z.object({
  /** As IANA names it; the portal's when null. */
  timeZone: z.string().nullable().default(null),
  /** Between these nothing comes but what is urgent; over midnight when the end is the earlier one. */
  quietHours: z.object({ from: Clock, until: Clock }).nullable().default(null),
  /** On days off and outside of working hours the same. */
  isQuietOffWork: z.boolean().default(false),
  /** While the portal's working day of the person is closed or paused (timeman), the same. */
  followsWorkday: z.boolean().default(false),
  /** Codes of rules that are not told at all, until when: ISO 8601, null for good. */
  muted: z.record(z.string(), z.iso.datetime({ offset: true }).nullable()).default({}),
  /** Codes of rules that come in the digest in place of one by one; `*` for all that are not urgent. */
  digested: z.array(z.string()).default([]),
  digestAt: Clock.default("09:00"),
  /** Where it is told: the private dialog with the bot, or the portal's notification bell. */
  channel: z.enum(["chat", "bell"]).default("chat"),
});
export type Preference = z.infer<typeof Preference>;
