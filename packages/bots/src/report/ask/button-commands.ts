import { REPORT_CANCELLED_SIGNAL, SALES_REPORT } from "@botdeck/contracts/names";
import { commandFor } from "@botdeck/dialog";

import { isTooLong, MOST_YEARS } from "../period/is-too-long.ts";
import { readQueryToken, whoseOf } from "../query-token.ts";
import type { ReportContext } from "../report-context.ts";
import { showReport } from "../show-report.ts";

const command = commandFor<ReportContext>();

/** A report whose query a button holds, with the rights of whoever presses it. */
export const reportForCommand = command({
  title: { en: "Show a report", ru: "Показать отчёт" },
  isHidden: true,
  params: [{ name: "query", kind: "token", title: { en: "query", ru: "запрос" } }],
  handler: async (ctx) => {
    const asked = readQueryToken(ctx.args.query);
    const whose = asked === null ? null : await whoseOf(asked.whose, ctx.services.nameOf);
    if (asked === null || whose === null) return ctx.say(ctx.t("hello"));
    if (isTooLong(asked)) return ctx.say(ctx.t("tooLong", { years: MOST_YEARS }));
    return await showReport(ctx, { from: asked.from, to: asked.to, timeZone: ctx.settings.timeZone, whose });
  },
});

/** The table of a report, for who asked for it: it was read with their rights. */
export const reportCsvCommand = command({
  title: { en: "The report's table", ru: "Таблица отчёта" },
  isHidden: true,
  params: [{ name: "file", kind: "token", title: { en: "file", ru: "файл" } }],
  handler: async (ctx) => {
    const { file } = ctx.args;
    const name = await ctx.services.ownFile(file);
    if (name === null) return ctx.say(ctx.t("csvGone"));
    return ctx.effect({ kind: "chat.file", dialogId: ctx.dialog.id, keptFileId: file, name, text: ctx.t("csvText") });
  },
});

/** Ends the reading of a report. The workflow looks itself who presses. */
export const reportCancelCommand = command({
  title: { en: "Cancel a report", ru: "Отменить отчёт" },
  isHidden: true,
  params: [
    { name: "workflowId", kind: "token", title: { en: "report", ru: "отчёт" } },
    { name: "owner", kind: "token", title: { en: "person", ru: "сотрудник" } },
  ],
  handler: (ctx) => {
    const { workflowId, owner } = ctx.args;
    const isReport = workflowId.startsWith(`${SALES_REPORT}:${ctx.portalId}:`);
    if (!isReport || owner !== ctx.person.id) return ctx.say(ctx.t("notYourReport"));
    return ctx.signal(workflowId, REPORT_CANCELLED_SIGNAL, { by: ctx.person.id });
  },
});
