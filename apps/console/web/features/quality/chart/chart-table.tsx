import { useFormatter, useTranslations } from "use-intl";

import type { Series } from "../quality-data.ts";
import { useDayText } from "../use-day-text.ts";
import { usePercent } from "../use-percent.ts";
import { STACK } from "./stack.ts";

/** The chart as a table, for who hears the page. */
export function ChartTable({ series: { points, unit } }: { series: Series }) {
  const t = useTranslations("quality");
  const format = useFormatter();
  const percent = usePercent();
  const dayText = useDayText();
  return (
    <div className="sr-only">
      <table>
        <caption>{t("chart.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t(unit === "day" ? "chart.day" : "chart.month")}</th>
            {STACK.map(({ kind }) => (
              <th key={kind} scope="col">
                {t(`kinds.${kind}`)}
              </th>
            ))}
            <th scope="col">{t("card.containment.name")}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.at}>
              <th scope="row">{unit === "day" ? dayText.day(point.at) : dayText.month(point.at)}</th>
              {STACK.map(({ kind }) => (
                <td key={kind}>{format.number(point.kinds[kind])}</td>
              ))}
              <td>{percent(point.decided === 0 ? null : point.contained / point.decided)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
