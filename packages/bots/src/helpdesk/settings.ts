import { CommandAccess } from "@botdeck/dialog";
import { z } from "zod";

import { workCalendarSettings } from "../work-calendar.ts";
import { CATEGORIES } from "./categories.ts";

const UserId = z.string().regex(/^\d+$/, "Use the portal's number of a user");
const Hours = z.number().positive();

/** Working hours until the first answer, and until it is solved. */
const Promised = z.object({ respondHours: Hours.optional(), resolveHours: Hours.optional() });

/** What a portal may set about its helpdesk. */
export const HelpdeskSettings = z.object({
  ...workCalendarSettings,
  /** The project in which tasks are made; one that is named like support when left out. */
  projectId: z.string().regex(/^\d+$/).nullable().default(null),
  /** Who takes tickets in turn; the members of that project, or of the support department, when empty. */
  members: z.array(UserId).default([]),
  /** Who takes those of one category instead. */
  pools: z.partialRecord(z.enum(CATEGORIES), z.array(UserId)).default({}),
  /** So many open tickets are all that a person may have. */
  mostOpen: z.number().int().positive().default(10),
  /** Who is told when a promise was broken, one after the other; the heads of the assignee when empty. */
  escalation: z.array(UserId).default([]),
  respondHours: Hours.default(4),
  resolveHours: Hours.default(16),
  /** Other promises by category or, which goes before that, by priority: `high`. */
  promises: z
    .partialRecord(z.enum([...CATEGORIES, "high"]), Promised)
    .default({ high: { respondHours: 1, resolveHours: 8 } }),
  /** Working hours between the steps of an escalation. */
  escalateHours: Hours.default(4),
  /** Working hours after which what was solved is closed without a word: three days. */
  closeHours: Hours.default(24),
  /** Days in which a closed ticket is opened again under its number. */
  reopenDays: z.number().int().positive().default(14),
  /**
   * From the first confidence on a ticket gets the category that its words have; from the second on, when that one is well
   * ahead; else the person is asked once.
   */
  answerAt: z.number().min(0).max(1).default(0.6),
  leanAt: z.number().min(0).max(1).default(0.4),
  askAt: z.number().min(0).max(1).default(0.15),
  commandAccess: CommandAccess,
});
export type HelpdeskSettings = z.output<typeof HelpdeskSettings>;
