import { defineBot, services } from "@botdeck/dialog";

import { reportCancelCommand, reportCsvCommand, reportForCommand } from "./ask/button-commands.ts";
import { reportCommand } from "./ask/report-command.ts";
import type { ReportContext } from "./report-context.ts";
import { bringReport } from "./schedules/bring-report.ts";
import { reportsCommand, reportStopCommand } from "./schedules/reports-command.ts";
import type { ReportServices } from "./services.ts";
import { ReportSettings } from "./settings.ts";
import { reportTexts } from "./texts/index.ts";

/** Sums up sales for employees, when they ask and by itself; each report has the rights of who asked for it. */
export const reportBot = defineBot({
  code: "report",
  kind: "internal",
  name: { en: "Reports", ru: "Отчёты" },
  settings: ReportSettings,
  needs: services<ReportServices>(),
  texts: reportTexts,
  commands: {
    report: reportCommand,
    reports: reportsCommand,
    reportfor: reportForCommand,
    reportcsv: reportCsvCommand,
    reportcancel: reportCancelCommand,
    reportstop: reportStopCommand,
  },
  schedules: { report: bringReport },
  welcome: (ctx) => sayHello(ctx),
  fallback: (ctx) => sayHello(ctx),
});

const sayHello = (ctx: ReportContext) => ctx.say(ctx.t(ctx.dialog.type === "group" ? "helloGroup" : "hello"));
