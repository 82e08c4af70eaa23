import { AbsenceRecordSetting } from "@botdeck/crm";
import { CommandAccess } from "@botdeck/dialog";
import { z } from "zod";

import { workCalendarSettings } from "../work-calendar.ts";
import { ABSENCE_KINDS } from "./services.ts";

const UserId = z.string().regex(/^\d+$/, "Use the portal's number of a user");
const Kind = z.enum(ABSENCE_KINDS);

/** What a portal may set about its HR bot. */
export const HrSettings = z.object({
  ...workCalendarSettings,
  /** Kinds that nobody has to allow: whoever leads the person is told. */
  freeKinds: z.array(Kind).default(["sick"]),
  /** Kinds that are taken from the days a person has in a year. */
  countedKinds: z.array(Kind).default(["paid"]),
  daysPerYear: z.number().positive().default(28),
  /** Whether these are days of the calendar, as with 28 of them, or working days. */
  daysAre: z.enum(["calendar", "working"]).default("calendar"),
  /** What happens when they do not suffice: nothing, the card says so, or the request is not taken. */
  balance: z.enum(["off", "tell", "refuse"]).default("tell"),
  /** Share of a department that may be away at once; more is said on the card. */
  mostAway: z.number().min(0).max(1).default(0.5),
  /** Who decides in place of whom while that one is away; portal user ids. */
  substitutes: z.record(UserId, UserId).default({}),
  /** Who decides where nobody leads a person. */
  fallbackApproverId: UserId.nullable().default(null),
  remindAfterWorkDays: z.number().int().positive().default(1),
  escalateAfterWorkDays: z.number().int().positive().default(3),
  expireAfterDays: z.number().int().positive().default(21),
  /** Where absences are kept beside the calendar. */
  record: AbsenceRecordSetting.default({ kind: "calendar" }),
  commandAccess: CommandAccess,
});
export type HrSettings = z.output<typeof HrSettings>;
