import { localOf } from "@botdeck/core/working-time";
import type { Due, Moves } from "@botdeck/dialog";

import { daysOf } from "../period/named-periods.ts";
import type { ReportContext } from "../report-context.ts";
import { showReport } from "../show-report.ts";
import { type Every, ScheduleInput } from "./schedule-input.ts";

const PERIODS = { day: "Yesterday", week: "LastWeek", month: "LastMonth" } as const satisfies Record<Every, string>;

/** A report that was ordered is due: about the period that was over when it should have come, however late it is. */
export async function bringReport(ctx: ReportContext & { due: Due }): Promise<Moves> {
  const about = ScheduleInput.safeParse(ctx.due.input);
  // A release may have dropped what an older one was asked for.
  if (!about.success) return [];
  const { timeZone } = ctx.settings;
  const { day } = localOf(ctx.due.dueAt, timeZone);
  const { every, whose } = about.data;
  return await showReport(ctx, { ...daysOf(PERIODS[every], day), timeZone, whose });
}
