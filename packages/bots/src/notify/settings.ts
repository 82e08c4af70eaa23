import { CommandAccess } from "@botdeck/dialog";
import { z } from "zod";

import { TimeZone } from "../crm-answers/time-zone.ts";

/** What a portal may set about its notifications. */
export const NotifySettings = z.object({
  /** Of whoever has not chosen one, as IANA names it. */
  timeZone: TimeZone.default("Europe/Moscow"),
  /** Working hours of whoever wants to hear of nothing outside of them. */
  workFrom: z.iso.time({ precision: -1 }).default("09:00"),
  workUntil: z.iso.time({ precision: -1 }).default("18:00"),
  /** Portal user ids who are paged where a source has no policy of its own; the portal's administrators when empty. */
  onCall: z.array(z.string().min(1)).default([]),
  /** Who hears of payments: the portal's id of the department; who is in `onCall` when null. */
  orderDepartmentId: z.string().min(1).nullable().default(null),
  /** A deal without any activity for so many days is stale. */
  staleDays: z.number().int().min(1).max(365).default(7),
  /** From this amount on a deal's change of stage is told its manager's head as well. */
  bigDeal: z.number().min(0).default(0),
  commandAccess: CommandAccess,
});
export type NotifySettings = z.output<typeof NotifySettings>;
