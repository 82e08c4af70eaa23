import { CommandAccess } from "@botdeck/dialog";
import { z } from "zod";

import { workCalendarSettings } from "../work-calendar.ts";

/** What a portal may set about its notifications. */
export const NotifySettings = z.object({
  /** When the portal's people work; whoever wants to hear of nothing outside of it does not. */
  ...workCalendarSettings,
  /** Portal user ids who are paged where a source has no policy of its own; whoever set the app up when empty. */
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
