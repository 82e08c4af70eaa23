import { CommandAccess } from "@botdeck/dialog";
import { z } from "zod";

import { TimeZone } from "../crm-answers/time-zone.ts";

/** What a portal may set about its reports. */
export const ReportSettings = z.object({
  /** By whose days deals are counted and reports come, as IANA names it. */
  timeZone: TimeZone.default("Europe/Moscow"),
  /** When reports come that somebody has ordered. */
  reportAt: z.iso.time({ precision: -1 }).default("09:00"),
  commandAccess: CommandAccess,
});
export type ReportSettings = z.output<typeof ReportSettings>;
