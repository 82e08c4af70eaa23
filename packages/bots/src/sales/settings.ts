import { CommandAccess } from "@botdeck/dialog";
import { z } from "zod";

import { TimeZone } from "../crm-answers/time-zone.ts";

/** What a portal may set about its sales assistant. */
export const SalesSettings = z.object({
  /** In which it is today, as IANA names it. */
  timeZone: TimeZone.default("Europe/Moscow"),
  /** To when a task is put off, and when to call back. */
  dayEndsAt: z.iso.time({ precision: -1 }).default("18:00"),
  callBackAt: z.iso.time({ precision: -1 }).default("10:00"),
  dealsOnPage: z.number().int().min(3).max(15).default(8),
  commandAccess: CommandAccess,
});
export type SalesSettings = z.output<typeof SalesSettings>;
