import type { ReportQuery, Whose } from "@botdeck/contracts";
import type { Button, Card, CardBlock } from "@botdeck/core";
import { daysBefore, type SalesReport } from "@botdeck/crm/report";
import { type Language, plainWords, type Translate } from "@botdeck/dialog";

import { formatSums } from "../../crm-answers/format-amount.ts";
import { periodName } from "../period/period-name.ts";
import { queryToken } from "../query-token.ts";
import type { ReportTextKey } from "../texts/index.ts";
import { funnelBlocks, lossBlocks } from "./funnel-blocks.ts";
import { totalRows } from "./total-rows.ts";

/** The bot's words; a workflow has them from the same catalog. */
export type Wording = { t: Translate<ReportTextKey>; language: Language };

/** A report as a message: its figures in short, the card with all of them, and what may be asked next. */
export function reportView(
  { t, language }: Wording,
  query: ReportQuery,
  report: SalesReport,
  csvFileId: string | null,
): { text: string; buttons: Button[][]; card?: Card } {
  const { totals, change, funnels, losses } = report;
  const head = `[b]${t("head", { period: periodName(query, language), whose: whoseName(t, query.whose) })}[/b]`;
  const before = daysBefore(query);
  const buttons: Button[][] = [
    [
      ...(csvFileId === null ? [] : [pressing(t("csv"), "reportcsv", csvFileId)]),
      pressing(t("before"), "reportfor", queryToken({ ...query, ...before })),
    ],
  ];
  if (totals.count === 0) return { text: `${head}\n${t("none")}`, buttons };
  const { count, won, lost, open, winRate, sums } = totals;
  const rate = winRate === null ? "" : t("rate", { percent: Math.round(winRate * 100) });
  const brief = t("brief", { count, won, lost, open, rate, sums: formatSums(sums, language) });
  const blocks: CardBlock[] = [
    { kind: "rows", rows: totalRows({ t, language }, totals, change) },
    ...funnelBlocks(t, funnels),
    ...lossBlocks(t, losses),
  ];
  return { text: `${head}\n${brief}`, buttons, card: { tone: "primary", blocks } };
}

/** Whose deals they are, in words. */
export function whoseName(t: Wording["t"], whose: Whose): string {
  switch (whose.kind) {
    case "visible":
      return t("whoseVisible");
    case "own":
      return t("whoseOwn");
    case "person":
      return t("whosePerson", { name: plainWords(whose.name) });
    case "department":
      return t("whoseDepartment", { name: plainWords(whose.name) });
  }
}

const pressing = (text: string, command: string, params: string): Button => ({
  kind: "command",
  text,
  command,
  params,
});
