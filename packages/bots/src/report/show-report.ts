import type { ReportQuery } from "@botdeck/contracts";
import { SALES_REPORT } from "@botdeck/contracts/names";
import type { Effect } from "@botdeck/core";
import type { Move, Moves } from "@botdeck/dialog";

import { orSayWhy } from "../crm-answers/or-say-why.ts";
import { withRightsNote } from "../crm-answers/with-rights-note.ts";
import { reportFiles } from "./report-files.ts";
import { queryToken } from "./query-token.ts";
import type { ReportContext } from "./report-context.ts";
import { reportView } from "./view/report-view.ts";

/** Answers with a report; where there is too much to read, a workflow does. */
export function showReport(ctx: ReportContext, query: ReportQuery): Promise<Moves> {
  return orSayWhy(ctx, { command: "reportfor", params: queryToken(query) }, async () => {
    if (!(await ctx.services.mayAsk(query.whose))) return ctx.say(ctx.t("notTheirHead"));
    const read = await ctx.services.read(query);
    if (read.kind === "many") {
      const { total } = read;
      return [
        ctx.say(ctx.t("many", { total })),
        ctx.start(SALES_REPORT, { by: ctx.person.id, query, total }, { leads: false }),
      ];
    }
    const { report, rows } = read;
    const { csv, chart } = reportFiles(ctx, query, report, rows);
    const keep = async (file: typeof csv, suffix: string) =>
      file === null
        ? null
        : await ctx.services.keepFile({ ...file, language: ctx.language, key: `${ctx.stepId}:${suffix}` });
    const [csvFileId, chartId] = await Promise.all([keep(csv, "csv"), keep(chart, "chart")]);
    const { text, buttons, card } = reportView(ctx, query, report, csvFileId);
    const said: Move = ctx.say(await withRightsNote(ctx, text), { buttons, ...(card && { card }) });
    const picture: Effect[] =
      chart === null || chartId === null
        ? []
        : [{ kind: "chat.file", dialogId: ctx.dialog.id, keptFileId: chartId, name: chart.name, text: chart.title }];
    return [ctx.answered(), said, ...picture.map((effect) => ctx.effect(effect))];
  });
}
