import { z } from "zod";

import { FlowLanguage, FlowOrigin } from "./flow.ts";

/** Whose deals: all that the person who asks may see, their own, another person's, or a department's with those below it. */
export const Whose = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("visible") }),
  z.object({ kind: z.literal("own") }),
  z.object({ kind: z.literal("person"), id: z.string().min(1), name: z.string() }),
  z.object({ kind: z.literal("department"), id: z.string().min(1), name: z.string() }),
]);
export type Whose = z.infer<typeof Whose>;

/** Deals that began on these days of the portal's zone, both included, `YYYY-MM-DD`. */
export const ReportQuery = z.object({ from: z.iso.date(), to: z.iso.date(), timeZone: z.string(), whose: Whose });
export type ReportQuery = z.infer<typeof ReportQuery>;

/** What a bot gives when a report is too much for one answer. */
export const SalesReportInput = z.object({
  origin: FlowOrigin,
  language: FlowLanguage,
  /** Portal user id of who asked, and whose rights it has. */
  by: z.string().min(1),
  query: ReportQuery,
  /** So many deals there were when it was asked for. */
  total: z.number().int().nonnegative(),
});
export type SalesReportInput = z.infer<typeof SalesReportInput>;

/** What comes with the signal `REPORT_CANCELLED_SIGNAL`: who pressed the button. An admin of the desk may, whoever asked. */
export const ReportCancelled = z.object({ by: z.string(), isAdmin: z.boolean().optional() });
export type ReportCancelled = z.infer<typeof ReportCancelled>;
