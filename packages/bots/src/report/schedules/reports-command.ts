import { commandFor } from "@botdeck/dialog";

import type { ReportContext } from "../report-context.ts";
import { whoseName } from "../view/report-view.ts";
import { whenName } from "./order-report.ts";
import { ScheduleInput } from "./schedule-input.ts";

const command = commandFor<ReportContext>();

/** `/reports`. */
export const reportsCommand = command({
  title: { en: "Reports that come here", ru: "Отчёты, которые приходят сюда" },
  about: { en: "Lists and stops reports that come by themselves", ru: "Показать и остановить отчёты по расписанию" },
  params: [],
  handler: async (ctx) => {
    const schedules = (await ctx.services.schedules.mine()).flatMap(({ id, input, recurrence }) => {
      const about = ScheduleInput.safeParse(input);
      return about.success ? [{ id, about: about.data, recurrence }] : [];
    });
    if (schedules.length === 0) return ctx.say(ctx.t("schedulesNone"));
    const lines = schedules.map(
      ({ about, recurrence }, index) => `${index + 1}. ${whenName(ctx, recurrence)}: ${whoseName(ctx.t, about.whose)}`,
    );
    const buttons = schedules.map(({ id }, index) => [
      {
        kind: "command" as const,
        text: ctx.t("stopSchedule", { place: index + 1 }),
        command: "reportstop",
        params: id,
      },
    ]);
    return ctx.say([ctx.t("schedulesHead"), ...lines].join("\n"), { buttons });
  },
});

export const reportStopCommand = command({
  title: { en: "Stop a report", ru: "Остановить отчёт" },
  isHidden: true,
  params: [{ name: "id", kind: "token", title: { en: "report", ru: "отчёт" } }],
  handler: async (ctx) =>
    ctx.say(ctx.t((await ctx.services.schedules.stop(ctx.args.id)) ? "scheduleStopped" : "scheduleGone")),
});
