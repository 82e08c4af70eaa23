import type { ReportDays, SalesReport } from "@botdeck/crm/report";
import { plainWords } from "@botdeck/dialog";

import { drawFunnel } from "./chart/funnel-chart.ts";
import { dealsCsv } from "./csv.ts";
import type { ReportFile, ReportRow } from "./services.ts";
import { mainFunnel } from "./view/funnel-blocks.ts";
import type { Wording } from "./view/report-view.ts";

type Made = Omit<ReportFile, "key" | "language">;

/** The files of a report: its deals as a table, and a picture of its main funnel. Null where there is nothing to show. */
export function reportFiles(
  { t, language }: Wording,
  { from, to }: ReportDays,
  { funnels }: Pick<SalesReport, "funnels">,
  rows: readonly ReportRow[],
): { csv: Made | null; chart: (Made & { title: string }) | null } {
  const funnel = mainFunnel(funnels);
  return {
    csv:
      rows.length === 0
        ? null
        : { name: `sales-${from}-${to}.csv`, contentType: "text/csv", content: dealsCsv(rows, language) },
    chart:
      funnel === null
        ? null
        : {
            name: `sales-${from}-${to}.png`,
            contentType: "image/png",
            content: drawFunnel(funnel),
            title: t("chartTitle", { funnel: plainWords(funnel.name) }),
          },
  };
}
