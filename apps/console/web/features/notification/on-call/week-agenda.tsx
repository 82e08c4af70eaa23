import { cn } from "@botdeck/ui";
import { useFormatter, useTranslations } from "use-intl";

import { type CalendarRota, usePersonName } from "./calendar-words.ts";
import type { Week } from "./week.ts";

/** The same week where there is no room for rows: day by day, who is on call from when on. */
export function WeekAgenda({ rota: { name, turns, overrides }, week }: { rota: CalendarRota; week: Week }) {
  const t = useTranslations("notifications.onCall");
  const format = useFormatter();
  const nameOf = usePersonName();
  const today = new Date().toDateString();
  const clock = (at: Date) => format.dateTime(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const days = week.midnights.slice(0, 7).map((from, index) => {
    const until = week.midnights[index + 1] ?? week.untilAt;
    const onDay = turns.flatMap(({ person, fromAt, untilAt }) => {
      const begins = fromAt === null ? from : new Date(Math.max(Date.parse(fromAt), from.getTime()));
      const ends = untilAt === null ? until : new Date(Math.min(Date.parse(untilAt), until.getTime()));
      if (begins >= ends) return [];
      const isSwapped = overrides.some(
        (one) =>
          one.state === "agreed" &&
          one.person.id === person?.id &&
          new Date(one.fromAt) < ends &&
          new Date(one.untilAt) > begins,
      );
      return [{ person, begins, isSwapped }];
    });
    return { from, onDay };
  });
  return (
    <ol aria-label={t("calendarOf", { name })} className="divide-y divide-line">
      {days.map(({ from, onDay }) => {
        const isToday = from.toDateString() === today;
        return (
          <li key={from.toISOString()} className="flex gap-3 py-2">
            <span className={cn("w-16 shrink-0 text-sm text-ink-muted", isToday && "font-semibold text-ink")}>
              {format.dateTime(from, { weekday: "short", day: "numeric" })}
            </span>
            <ul className="min-w-0 flex-1 space-y-0.5">
              {onDay.map(({ person, begins, isSwapped }) => (
                <li key={begins.toISOString()} className="flex flex-wrap gap-x-2">
                  <span className="text-ink-muted tabular-nums">{clock(begins)}</span>
                  <span className={cn("font-medium wrap-anywhere", person === null && "text-danger")}>
                    {nameOf(person)}
                  </span>
                  {isSwapped && <span className="text-sm text-ink-muted">{t("swapped")}</span>}
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
