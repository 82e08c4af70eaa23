import { useFormatter, useTranslations } from "use-intl";

import { FigureLink } from "../figure-link.tsx";
import type { Point, Series } from "../quality-data.ts";
import { useDayText } from "../use-day-text.ts";
import { usePercent } from "../use-percent.ts";
import { STACK } from "./stack.ts";

/** The numbers of the chosen point, each with the way to its conversations. */
export function PointFacts({ point, unit }: { point: Point; unit: Series["unit"] }) {
  const t = useTranslations("quality");
  const format = useFormatter();
  const percent = usePercent();
  const dayText = useDayText();
  const days = { from: point.at, to: unit === "day" ? point.at : lastOfMonth(point.at), days: undefined };
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm tabular-nums">
      <span className="font-medium">{unit === "day" ? dayText.day(point.at) : dayText.month(point.at)}</span>
      <FigureLink to={{ figure: "decided", ...days }} className="underline">
        {t("chart.visits", { count: point.decided })}
      </FigureLink>
      {STACK.map(({ kind }) => (
        <FigureLink key={kind} to={{ figure: kind, ...days }}>
          {t(`kinds.${kind}`)}: {format.number(point.kinds[kind])}
        </FigureLink>
      ))}
      <FigureLink to={{ figure: "contained", ...days }}>
        {t("card.containment.name")}: {percent(point.decided === 0 ? null : point.contained / point.decided)}
      </FigureLink>
    </p>
  );
}

function lastOfMonth(first: string): string {
  const date = new Date(`${first}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1, 0);
  return date.toISOString().slice(0, 10);
}
