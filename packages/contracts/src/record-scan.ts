import { z } from "zod";

/** What no event of a portal tells: a deadline that passed, a deal in which nothing happens. */
export const RECORD_SCAN_OF = ["overdue", "stale"] as const;
export type RecordScanOf = (typeof RECORD_SCAN_OF)[number];

/** One look through a portal's records. */
export const RecordScanInput = z.object({
  portalId: z.uuid(),
  /** The bot that notifies of what is found. */
  botId: z.uuid(),
  of: z.enum(RECORD_SCAN_OF),
  /** The hour that it belongs to. */
  dueAt: z.iso.datetime(),
});
export type RecordScanInput = z.infer<typeof RecordScanInput>;
