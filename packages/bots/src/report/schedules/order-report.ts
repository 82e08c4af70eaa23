import type { Whose } from "@botdeck/contracts";
import type { Moves } from "@botdeck/dialog";

import type { ReportContext } from "../report-context.ts";
import type { ReportRecurrence } from "../services.ts";
import { whoseName } from "../view/report-view.ts";
import { type Every, recurrenceOf } from "./schedule-input.ts";

/** Has a report come by itself, to this chat and with the rights of who orders it. */
export async function orderReport(ctx: ReportContext, every: Every, whose: Whose): Promise<Moves> {
  const { timeZone, reportAt } = ctx.settings;
  if (!(await ctx.services.mayAsk(whose))) return ctx.say(ctx.t("notTheirHead"));
  const recurrence = recurrenceOf(every, reportAt);
  const { stepId: key, language } = ctx;
  const added = await ctx.services.schedules.add({ key, language, input: { every, whose }, recurrence, timeZone });
  const when = whenName(ctx, recurrence);
  if (added === "same") return ctx.say(ctx.t("scheduledBefore", { when }));
  if (added === "many") return ctx.say(ctx.t("schedulesMany"));
  return ctx.say(ctx.t("scheduled", { when, whose: whoseName(ctx.t, whose) }));
}

export function whenName({ t }: Pick<ReportContext, "t">, { every, at }: ReportRecurrence): string {
  switch (every) {
    case "day":
      return t("everyDay", { at });
    case "week":
      return t("everyWeek", { at });
    case "month":
      return t("everyMonth", { at });
  }
}
