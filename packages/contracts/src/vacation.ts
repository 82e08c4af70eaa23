import { z } from "zod";

import { FlowLanguage, FlowOrigin } from "./flow.ts";

const Count = z.number().int().positive();
const UserId = z.string().min(1);

/** When people of the portal work, see `WorkingCalendar` of the core package. */
const Calendar = z.object({
  timeZone: z.string(),
  hours: z.array(z.array(z.string())),
  holidays: z.array(z.string()),
  workDays: z.array(z.string()),
});

/**
 * What a bot gives when somebody asks for days off. Days, kind and words stand in the row `absence`, where an erasure finds
 * them; here are ids and the portal's rules as they were when it was asked for.
 */
export const VacationInput = z.object({
  origin: FlowOrigin,
  language: FlowLanguage,
  absenceId: z.uuid(),
  calendar: Calendar,
  /** Kinds that nobody has to allow: the head is told. */
  freeKinds: z.array(z.string()),
  /** Who decides in place of whom while that one is away; portal user ids. */
  substitutes: z.record(UserId, UserId),
  /** Who decides where nobody is left above; null for nobody. */
  fallbackApproverId: UserId.nullable(),
  /** Share of a department that may be away at once; more is said on the card. */
  mostAway: z.number().min(0).max(1),
  /** How many days a person has in a year and what is taken from them; null where nobody counts. */
  balance: z
    .object({
      daysPerYear: z.number().positive(),
      countedKinds: z.array(z.string()),
      daysAre: z.enum(["calendar", "working"]),
    })
    .nullable(),
  /** Where absences are kept beside the calendar, see `AbsenceRecordSetting` of the crm package. */
  record: z.looseObject({ kind: z.string() }),
  /** Working days without a decision after which the approver is reminded, again and again; 1. */
  remindAfterWorkDays: Count.optional(),
  /** Working days without a decision after which the next one up the chain is asked; 3. */
  escalateAfterWorkDays: Count.optional(),
  /** Days after which a request that nobody decided is over; 21. */
  expireAfterDays: Count.optional(),
  /** Time after which a person is asked again for their permission to write into their calendar; 7 days. */
  askAgainMs: Count.optional(),
});
export type VacationInput = z.infer<typeof VacationInput>;

/**
 * What comes with `VACATION_NEWS_SIGNAL`; `nudged` when somebody at the console wants whoever is asked reminded. Words that belong to it, such as the reason of a refusal, stand in the row by then.
 */
export type VacationNews = {
  /** Tells repeats. */
  id: string;
  /** Portal user id of who did it. */
  by: string;
  /** They may decide whoever is asked. */
  isAdmin?: boolean;
  /** The version of the request that they saw. */
  version: number;
  kind: "approved" | "declined" | "asked" | "answered" | "edited" | "withdrawn" | "nudged";
};
export type VacationNewsKind = VacationNews["kind"];

export type VacationStep = "asking" | "permission" | "marked" | "undoing" | "done";

/** How it ended; `over` when the last day has passed. */
export type VacationOutcome =
  | "over"
  | "cancelled"
  | "declined"
  | "withdrawn"
  | "expired"
  | "no_approver"
  | "stopped"
  | "gone";
