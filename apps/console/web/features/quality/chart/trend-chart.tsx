import { cn } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { csvAddress } from "../csv-address.ts";
import { Panel } from "../panel.tsx";
import type { filterOf, Period } from "../search.ts";
import { ChartTable } from "./chart-table.tsx";
import { fillGaps } from "./fill-gaps.ts";
import { Plot } from "./plot.tsx";
import { PointFacts } from "./point-facts.tsx";
import { STACK } from "./stack.ts";

/** What came of visits over time, and the share of them that needed nobody. */
export function TrendChart({ asked }: { asked: { filter: ReturnType<typeof filterOf>; period: Period } }) {
  const t = useTranslations("quality");
  const query = useQuery(useTRPC().quality.series.queryOptions(asked));
  const [chosen, setChosen] = useState<number | null>(null);
  const series = query.data === undefined ? null : fillGaps(query.data, asked.period);
  const last = (series?.points.length ?? 0) - 1;
  const at = Math.max(0, Math.min(chosen ?? last, last));
  const point = series?.points[at];
  return (
    <Panel
      title={t("chart.title")}
      text={t("chart.text")}
      query={query}
      actions={
        <a href={csvAddress(asked, "time")} download className="text-sm text-accent underline underline-offset-2">
          {t("chart.csv")}
        </a>
      }
    >
      {series !== null && (
        <>
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {STACK.map(({ kind, look }) => (
              <li key={kind} className="flex items-center gap-1.5">
                <span aria-hidden className={cn("size-2.5 rounded-xs", look.bg)} />
                {t(`kinds.${kind}`)}
              </li>
            ))}
            <li className="flex items-center gap-1.5">
              <span aria-hidden className="h-0.5 w-4 rounded-full bg-ink" />
              {t("card.containment.name")}
            </li>
          </ul>
          <Plot series={series} chosen={at} onChoose={setChosen} />
          {point !== undefined && <PointFacts point={point} unit={series.unit} />}
          <ChartTable series={series} />
        </>
      )}
    </Panel>
  );
}
