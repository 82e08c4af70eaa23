import { z } from "zod";

export const Severity = z.enum(["critical", "warning", "info"]);
export type Severity = z.infer<typeof Severity>;

/** One alert of a monitoring system, whichever it is. */
export const Alert = z.object({
  /** What makes it the same alert again. */
  fingerprint: z.string().min(1),
  name: z.string().min(1),
  status: z.enum(["firing", "resolved"]),
  severity: Severity,
  /** In one sentence, as the sender says it. */
  summary: z.string(),
  labels: z.record(z.string(), z.string()),
  /** ISO 8601. */
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }).nullable(),
  /** Where it can be looked at; null when the sender told no address. */
  url: z.url().nullable(),
});
export type Alert = z.infer<typeof Alert>;
