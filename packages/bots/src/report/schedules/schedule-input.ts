import { Whose } from "@botdeck/contracts";
import { z } from "zod";

import type { ReportRecurrence } from "../services.ts";

export const Every = z.enum(["day", "week", "month"]);
export type Every = z.infer<typeof Every>;

/** What a report that comes by itself is about. */
export const ScheduleInput = z.object({ every: Every, whose: Whose });
export type ScheduleInput = z.infer<typeof ScheduleInput>;

/** When it comes: for a week on its Monday, for a month on its first day. */
export function recurrenceOf(every: Every, at: string): ReportRecurrence {
  if (every === "day") return { every, at, workDaysOnly: false };
  return { every, day: 1, at };
}
