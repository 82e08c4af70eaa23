import { isTimeZone } from "@botdeck/core/working-time";
import { z } from "zod";

/** `HH:MM` by the wall clock. */
const Clock = z.iso.time({ precision: -1 });

/** How a person wants to be told. */
export const Preference = z.object({
  /** As IANA names it; the portal's when null. */
  timeZone: z.string().refine(isTimeZone).nullable().default(null),
  /** Between these nothing comes but what is urgent; over midnight when the end is the earlier one. */
  quietHours: z.object({ from: Clock, until: Clock }).nullable().default(null),
  /** On days off and outside of working hours the same. */
  isQuietOffWork: z.boolean().default(false),
  /** While their working day on the portal is closed or paused, the same. */
  followsWorkday: z.boolean().default(false),
  /** What the portal says of that by now; not chosen, but kept beside. */
  isWorkdayClosed: z.boolean().default(false),
  /** Codes of rules that are not told at all, until when: ISO 8601, null for good. */
  muted: z.record(z.string(), z.iso.datetime({ offset: true }).nullable()).default({}),
  /** Codes of rules that come in the digest in place of one by one; `*` for all that are not urgent. */
  digested: z.array(z.string()).default([]),
  digestAt: Clock.default("09:00"),
  /** Where they are told what is not urgent and needs no button: in their dialog with the bot, or by the portal's bell. */
  channel: z.enum(["chat", "bell"]).default("chat"),
});
export type Preference = z.infer<typeof Preference>;

/** What a person has chosen, as it is kept; what was kept wrongly counts for nothing, as if they had chosen nothing. */
export const preferenceOf = (kept: unknown): Preference => Preference.safeParse(kept).data ?? Preference.parse({});
