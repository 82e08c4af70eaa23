import { cn } from "@botdeck/ui";
import { type KeyboardEvent, useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";

import { useNow } from "../../../components/use-now.ts";
import { rowsOf, type Row } from "./bars-of.ts";
import { type CalendarRota, groundsOf } from "./calendar-words.ts";
import { type Bar, TurnBar } from "./turn-bar.tsx";
import { useWidth } from "./use-width.ts";
import { placeIn, type Week } from "./week.ts";

type Props = {
  rota: CalendarRota;
  week: Week;
  /** Left out for who may put nobody on call. */
  onGive?: (bar: Bar) => void;
  onTakeBack?: (bar: Bar) => void;
};

/** A rota's week as rows of turns: who is on call in the end, the swaps, and each layer. */
export function WeekCalendar({ rota, week, onGive, onTakeBack }: Props) {
  const t = useTranslations("notifications.onCall");
  const format = useFormatter();
  const minute = Math.floor(useNow() / 60_000) * 60_000;
  const today = new Date(minute).toDateString();
  const { width, ref } = useWidth();
  const grounds = useMemo(() => groundsOf(rota), [rota]);
  const rows = rowsOf(rota, {
    inLayer: (number) => t("inLayer", { number }),
    offered: t("offered"),
    askedBy: (name) => t("askedBy", { name }),
  });
  const days = week.midnights.slice(0, 7).map((from, index) => {
    const place = placeIn(week, from, week.midnights[index + 1] ?? null);
    return { from, isToday: from.toDateString() === today, style: styleOf(place) };
  });
  const now = new Date(minute);
  const nowAt = now >= week.fromAt && now < week.untilAt ? placeIn(week, now, null).start : null;
  const nameOf = (row: Row) => {
    if (row.kind === "layer") return t("layer", { number: row.number });
    return t(row.kind === "final" ? "final" : "swaps");
  };
  const actionOf = (row: Row, bar: Bar) => {
    if (row.kind === "final" && onGive) return { text: t("give.action"), onPress: () => onGive(bar) };
    if (row.kind === "swaps" && onTakeBack) return { text: t("takeBack.action"), onPress: () => onTakeBack(bar) };
    return undefined;
  };

  return (
    <div data-calendar={rota.name} className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-2">
      <span />
      <div ref={ref} className="relative h-9 text-sm text-ink-muted">
        {days.map(({ from, isToday, style }) => (
          <span
            key={from.toISOString()}
            style={style}
            className={cn("absolute truncate border-l border-line pl-1.5", isToday && "font-semibold text-ink")}
          >
            {format.dateTime(from, { weekday: "short" })}
            <br />
            {format.dateTime(from, { day: "numeric", month: "short" })}
          </span>
        ))}
      </div>
      {rows.map(({ row, bars }) => (
        <div key={nameOf(row)} className="contents">
          <p className={cn("flex items-center text-sm", row.kind === "final" ? "font-semibold" : "text-ink-muted")}>
            {nameOf(row)}
          </p>
          <div className={cn("relative", row.kind === "final" ? "h-10" : "h-9")}>
            {days.map(({ from, isToday, style }) => (
              <span
                key={from.toISOString()}
                aria-hidden
                style={style}
                className={cn("absolute inset-y-0 border-l border-line", isToday && "bg-sunken")}
              />
            ))}
            {nowAt !== null && <NowLine at={nowAt} />}
            <ol aria-label={`${rota.name}: ${nameOf(row)}`} data-row={row.kind} onKeyDown={onArrow}>
              {bars.map((bar) => {
                const action = actionOf(row, bar);
                const place = placeIn(week, dateOf(bar.fromAt), dateOf(bar.untilAt));
                return (
                  <li key={bar.key} style={styleOf(place)} className="absolute top-1/2 -translate-y-1/2 px-px">
                    <TurnBar
                      bar={bar}
                      timeZone={rota.timeZone}
                      width={(place.width / 100) * width}
                      nowLine={
                        isIn(place, nowAt) && (
                          <NowLine at={((nowAt - place.start) / place.width) * 100} framePx={BAR_FRAME_PX} />
                        )
                      }
                      look={bar.person === null ? "bg-danger-tint text-danger" : grounds(bar.person.id)}
                      {...(action && { action })}
                    />
                  </li>
                );
              })}
            </ol>
          </div>
        </div>
      ))}
    </div>
  );
}

/** Padding and border around what a turn's bar shows, on each side, in CSS pixels. */
const BAR_FRAME_PX = 2;

/**
 * What is drawn later lies over it: names stay readable.
 *
 * @param props.at In percent from the start.
 * @param props.framePx How much narrower, on each side, what it stands in is than what the percentage is of.
 */
const NowLine = ({ at, framePx = 0 }: { at: number; framePx?: number }) => (
  <span
    aria-hidden
    style={{ insetInlineStart: `calc(${at}% + ${(at / 50 - 1) * framePx}px)` }}
    className="pointer-events-none absolute inset-y-0 w-0.5 bg-danger-solid"
  />
);

const styleOf = ({ start, width }: { start: number; width: number }) => ({
  insetInlineStart: `${start}%`,
  width: `${width}%`,
});

const isIn = ({ start, width }: { start: number; width: number }, at: number | null): at is number =>
  at !== null && at >= start && at < start + width;

const dateOf = (at: string | null): Date | null => (at === null ? null : new Date(at));

/** Arrows go from turn to turn of a row; those of the page change the week. */
function onArrow(event: KeyboardEvent<HTMLOListElement>): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step === undefined) return;
  const turns = [...event.currentTarget.querySelectorAll("button")];
  const next = turns[turns.findIndex((turn) => turn === document.activeElement) + step];
  event.preventDefault();
  next?.focus();
}
