import type { CardBlock } from "@botdeck/core";
import type { FunnelConversion, LossReason } from "@botdeck/crm/report";
import { plainWords } from "@botdeck/dialog";

import type { Wording } from "./report-view.ts";

/** A card is read on a phone: funnels beyond these are in the table only. */
const MOST_FUNNELS = 3;

/** The funnel with the most deals, which is the one that is drawn. */
export const mainFunnel = (funnels: readonly FunnelConversion[]): FunnelConversion | null =>
  byDeals(funnels)[0] ?? null;

/** How many deals came to each stage; the numbers before their names are those of the picture. */
export const funnelBlocks = (t: Wording["t"], funnels: readonly FunnelConversion[]): CardBlock[] =>
  byDeals(funnels)
    .slice(0, MOST_FUNNELS)
    .flatMap(({ name, stages }): CardBlock[] => [
      { kind: "line" },
      { kind: "text", text: `[b]${t("conversion", { funnel: plainWords(name) })}[/b]` },
      {
        kind: "rows",
        rows: stages.map((stage, index) => ({
          name: `${index + 1}. ${plainWords(stage.name)}`,
          value: t("stageValue", { entered: stage.entered, percent: Math.round(stage.share * 100) }),
        })),
      },
    ]);

export function lossBlocks(t: Wording["t"], losses: readonly LossReason[]): CardBlock[] {
  if (losses.length === 0) return [];
  const rows = losses.map(({ reason, count, share }) => ({
    name: plainWords(reason),
    value: t("lossValue", { count, percent: Math.round(share * 100) }),
  }));
  return [{ kind: "line" }, { kind: "text", text: `[b]${t("losses")}[/b]` }, { kind: "rows", rows }];
}

const byDeals = (funnels: readonly FunnelConversion[]) => funnels.toSorted((one, other) => other.deals - one.deals);
