import { scaleBand, scaleLinear } from "d3-scale";
import { line, stack } from "d3-shape";
import { type KeyboardEvent, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";

import type { OutcomeKind, Point, Series } from "../quality-data.ts";
import { useDayText } from "../use-day-text.ts";
import { usePercent } from "../use-percent.ts";
import { STACK } from "./stack.ts";

const HEIGHT = 220;
const FRAME = { top: 8, right: 40, bottom: 22, left: 40 };
const TICKS = 4;
/** A label of a day needs so many pixels. */
const LABEL_WIDTH = 56;

/** From below upwards. */
const LINE = [
  { strokeWidth: 5, look: "stroke-surface" },
  { strokeWidth: 2, look: "stroke-ink" },
] as const;

type Props = { series: Series; chosen: number; onChoose: (index: number) => void };

/** Bars of outcomes with the line of containment above them. One point is chosen, with the arrow keys or by pointing at it. */
export function Plot({ series, chosen, onChoose }: Props) {
  const t = useTranslations("quality.chart");
  const format = useFormatter();
  const percent = usePercent();
  const { ref, width } = useWidth();
  const dayText = useDayText();
  const { points, unit } = series;
  const x = scaleBand(
    points.map(({ at }) => at),
    [FRAME.left, Math.max(FRAME.left + 1, width - FRAME.right)],
  ).padding(0.2);
  const most = Math.max(1, ...points.map(({ decided }) => decided));
  const y = scaleLinear([0, most], [HEIGHT - FRAME.bottom, FRAME.top]).nice(TICKS);
  const share = scaleLinear([0, 1], [HEIGHT - FRAME.bottom, FRAME.top]);
  const layers = stack<Point, OutcomeKind>()
    .keys(STACK.map(({ kind }) => kind))
    .value(({ kinds }, kind) => kinds[kind])([...points]);
  const middle = ({ at }: Point) => (x(at) ?? 0) + x.bandwidth() / 2;
  const containment = line<Point>()
    .defined(({ decided }) => decided > 0)
    .x(middle)
    .y(({ contained, decided }) => share(contained / decided));
  const way = containment([...points]) ?? "";
  const everyLabel = Math.max(1, Math.ceil(LABEL_WIDTH / Math.max(1, x.step())));
  const point = points[chosen];

  function choose(event: KeyboardEvent): void {
    const next = keyTo(event.key, chosen, points.length - 1);
    if (next === null) return;
    event.preventDefault();
    onChoose(next);
  }

  return (
    <div
      ref={ref}
      role="slider"
      tabIndex={0}
      aria-label={t("label")}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, points.length - 1)}
      aria-valuenow={chosen}
      aria-valuetext={
        point === undefined
          ? undefined
          : t("value", {
              when: unit === "day" ? dayText.day(point.at) : dayText.month(point.at),
              visits: point.decided,
              share: percent(point.decided === 0 ? null : point.contained / point.decided),
            })
      }
      onKeyDown={choose}
      className="rounded-md"
    >
      <svg aria-hidden width={width} height={HEIGHT} className="block max-w-full">
        {y.ticks(TICKS).map((tick) => (
          <g key={tick} transform={`translate(0 ${y(tick)})`}>
            <line x1={FRAME.left} x2={width - FRAME.right} className="stroke-line" />
            <text x={FRAME.left - 6} dy="0.32em" textAnchor="end" className="fill-ink-muted text-xs tabular-nums">
              {format.number(tick, { notation: "compact" })}
            </text>
          </g>
        ))}
        {[0, 0.5, 1].map((tick) => (
          <text
            key={tick}
            x={width - FRAME.right + 6}
            y={share(tick)}
            dy="0.32em"
            className="fill-ink-muted text-xs tabular-nums"
          >
            {format.number(tick, { style: "percent" })}
          </text>
        ))}
        {point !== undefined && (
          <rect
            x={(x(point.at) ?? 0) - 2}
            y={FRAME.top}
            width={x.bandwidth() + 4}
            height={HEIGHT - FRAME.top - FRAME.bottom}
            rx={3}
            className="fill-accent-tint stroke-accent"
          />
        )}
        {layers.map((layer, index) => (
          <g key={layer.key} className={STACK[index]?.look.fill}>
            {layer.map(([low, high], nth) => (
              <rect
                key={points[nth]?.at}
                x={x(points[nth]?.at ?? "") ?? 0}
                y={y(high)}
                width={x.bandwidth()}
                height={Math.max(0, y(low) - y(high))}
              />
            ))}
          </g>
        ))}
        {/* A rim keeps it apart from the bars. */}
        {LINE.map(({ strokeWidth, look }) => (
          <path
            key={look}
            d={way}
            fill="none"
            strokeWidth={strokeWidth}
            strokeLinejoin="round"
            strokeLinecap="round"
            className={look}
          />
        ))}
        {points.map((each, index) => (
          <g key={each.at}>
            {index % everyLabel === 0 && (
              <text x={middle(each)} y={HEIGHT - 6} textAnchor="middle" className="fill-ink-muted text-xs">
                {unit === "day" ? dayText.shortDay(each.at) : dayText.shortMonth(each.at)}
              </text>
            )}
            <rect
              x={(x(each.at) ?? 0) - (x.step() - x.bandwidth()) / 2}
              y={0}
              width={x.step()}
              height={HEIGHT}
              fill="transparent"
              data-point={each.at}
              onClick={() => onChoose(index)}
            />
          </g>
        ))}
      </svg>
    </div>
  );
}

/** Where a key leads to; null for one that leads nowhere. */
function keyTo(key: string, index: number, last: number): number | null {
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return Math.max(0, index - 1);
    case "ArrowRight":
    case "ArrowUp":
      return Math.min(last, index + 1);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

/** The width an element has, as it changes. */
function useWidth() {
  const [width, setWidth] = useState(640);
  const ref = (element: HTMLDivElement | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const seen = Math.floor(entry?.contentRect.width ?? 0);
      if (seen > 0) setWidth(seen);
    });
    observer.observe(element);
    return () => observer.disconnect();
  };
  return { ref, width };
}
