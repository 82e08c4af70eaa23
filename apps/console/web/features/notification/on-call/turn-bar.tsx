import { Button, cn, Popover } from "@botdeck/ui";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import { READER_ZONE, useMoment, usePersonName } from "./calendar-words.ts";

/** WCAG 2.5.8, with the gap between two. */
const LEAST_PRESSED_PX = 26;

/** A stretch of somebody, as a row of the calendar shows it. */
export type Bar = {
  key: string;
  person: { id: string; name: string | null } | null;
  fromAt: string | null;
  untilAt: string | null;
  /** What else there is to know of it. */
  note: string | null;
  /** Not agreed to yet. */
  isOpen: boolean;
};

type Props = {
  bar: Bar;
  timeZone: string;
  look: string;
  /** In CSS pixels. One too narrow to be pressed is told in the list. */
  width: number;
  /** Where in it now is. */
  nowLine: ReactNode;
  /** What can be done about it; left out where nothing can. */
  action?: { text: string; onPress: () => void };
};

/** A stretch of a row: who has it, and more when it is pressed. */
export function TurnBar({ bar, timeZone, look, width, nowLine, action }: Props) {
  const t = useTranslations("notifications.onCall");
  const moment = useMoment();
  const name = usePersonName()(bar.person);
  const times = { from: moment(bar.fromAt), until: moment(bar.untilAt) };
  const rotaTimes = { from: moment(bar.fromAt, timeZone), until: moment(bar.untilAt, timeZone) };
  const label = `${t("turn", { name, ...times })}${bar.note === null ? "" : `. ${bar.note}`}`;
  const frame = cn(
    "relative flex h-7 w-full min-w-0 items-center overflow-hidden rounded-sm border text-left text-sm font-medium",
    bar.isOpen ? "border-dashed border-current" : "border-transparent",
    look,
  );
  if (width < LEAST_PRESSED_PX) {
    return (
      <span title={label} className={frame}>
        {nowLine}
        <span className="sr-only">{label}</span>
      </span>
    );
  }
  return (
    <Popover
      title={name}
      trigger={
        <button type="button" aria-label={label} className={cn(frame, "px-0.5 focus-visible:-outline-offset-2")}>
          {nowLine}
          {/* On the bar's own ground, over the line. */}
          <span className="relative truncate rounded-sm bg-inherit px-1">{name}</span>
        </button>
      }
    >
      <div className="flex flex-col gap-1">
        <p className="tabular-nums">
          {times.from} – {times.until}
        </p>
        {timeZone !== READER_ZONE && <p className="text-sm text-ink-muted tabular-nums">{t("rotaTime", rotaTimes)}</p>}
        {bar.note !== null && <p className="text-sm text-ink-muted">{bar.note}</p>}
        {action !== undefined && (
          <Button size="sm" className="mt-2 self-start" onClick={action.onPress}>
            {action.text}
          </Button>
        )}
      </div>
    </Popover>
  );
}
