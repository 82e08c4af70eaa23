import { Button, cn, IconButton, Select } from "@botdeck/ui";
import { ChevronLeft, ChevronRight, MapPin, Repeat } from "lucide-react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { CalendarEntry } from "../api/portal-types.ts";
import type { Person } from "../api/types.ts";
import { hexColor } from "../attach/color.ts";
import { useMoment } from "../chat/use-moment.ts";
import { LoadProblem } from "../live/load-problem.tsx";
import { usePortal } from "../live/portal-context.ts";
import { useLive } from "../live/use-live.ts";
import { PersonName } from "../portal/person-name.tsx";
import { concerns, isOnDay, weekOf } from "./week.ts";

/** A week of one person, and who of all is absent in it. */
export function CalendarTab({ people, actor }: { people: Person[]; actor: Person }) {
  const t = useTranslations();
  const format = useFormatter();
  const { api } = usePortal();
  const [week, setWeek] = useState(() => new Date());
  const [personId, setPersonId] = useState(actor.id);
  const days = weekOf(week);
  const [monday = week] = days;
  const nextMonday = new Date(monday.getFullYear(), monday.getMonth(), monday.getDate() + 7);
  const entries = useLive(
    monday.toISOString(),
    () => api.calendar(monday, nextMonday),
    (news) => news.type === "portal" && news.event.startsWith("ONCALENDAR"),
  );
  const own = entries.data?.filter((entry) => concerns(entry, personId)) ?? [];
  const absences = entries.data?.filter(({ accessibility }) => accessibility === "absent") ?? [];
  const move = (by: number) => setWeek(new Date(monday.getFullYear(), monday.getMonth(), monday.getDate() + by));
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-3 md:p-4">
      <LoadProblem of={entries} title={t("problem.load")} />
      <div className="flex flex-wrap items-center gap-2">
        <IconButton label={t("calendar.before")} icon={<ChevronLeft aria-hidden />} onClick={() => move(-7)} />
        <h2 className="min-w-44 text-center text-lg font-semibold">
          {format.dateTimeRange(monday, days[6] ?? monday, { day: "numeric", month: "long", year: "numeric" })}
        </h2>
        <IconButton label={t("calendar.after")} icon={<ChevronRight aria-hidden />} onClick={() => move(7)} />
        <Button onClick={() => setWeek(new Date())}>{t("calendar.thisWeek")}</Button>
        <Select
          label={t("calendar.whose")}
          className="ml-auto w-52 max-sm:ml-0 max-sm:w-full"
          value={personId}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setPersonId}
        />
      </div>
      <ol className="grid max-h-[36rem] min-h-64 flex-1 gap-px max-md:max-h-none max-md:flex-none overflow-hidden rounded-lg border border-line bg-line md:grid-cols-7">
        {days.map((day) => (
          <Day key={day.toISOString()} day={day} entries={own.filter((entry) => isOnDay(entry, day))} />
        ))}
      </ol>
      {entries.data && own.length === 0 && <p className="text-center text-ink-muted">{t("calendar.none")}</p>}
      <section className="flex flex-col gap-2">
        <h2 className="font-semibold">{t("calendar.absences")}</h2>
        {absences.length === 0 ? (
          <p className="text-ink-muted">{t("calendar.noAbsences")}</p>
        ) : (
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {absences.map((entry) => (
              <li key={entry.key} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
                <span className="w-48">
                  <PersonName id={entry.ownerId} people={people} />
                </span>
                <span className="min-w-32 flex-1">{entry.name}</span>
                <span className="text-sm text-ink-muted">
                  {format.dateTimeRange(new Date(entry.from), new Date(entry.to), { day: "numeric", month: "short" })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function Day({ day, entries }: { day: Date; entries: CalendarEntry[] }) {
  const format = useFormatter();
  const isToday = day.toDateString() === new Date().toDateString();
  return (
    <li className={cn("flex min-h-20 flex-col gap-1.5 bg-surface p-2", isToday && "bg-accent-tint")}>
      <h3 className={cn("text-sm", isToday ? "font-semibold text-ink" : "text-ink-muted")}>
        <time dateTime={day.toISOString()}>{format.dateTime(day, { weekday: "short", day: "numeric" })}</time>
      </h3>
      {entries.map((entry) => (
        <Entry key={entry.key} entry={entry} />
      ))}
    </li>
  );
}

function Entry({ entry }: { entry: CalendarEntry }) {
  const t = useTranslations("calendar");
  const moment = useMoment();
  const isAbsent = entry.accessibility === "absent";
  return (
    <article
      title={entry.description}
      className={cn(
        "rounded-md border-l-4 px-2 py-1",
        isAbsent ? "border-l-warning bg-warning-tint" : "border-l-accent bg-sunken",
      )}
      style={isAbsent ? undefined : { borderLeftColor: hexColor(entry.color) ?? undefined }}
    >
      <p className="font-medium wrap-anywhere">{entry.name}</p>
      <p className="flex items-center gap-1 text-xs text-ink-muted tabular-nums">
        {entry.isAllDay ? t("allDay") : `${moment.time(entry.from)}–${moment.time(entry.to)}`}
        {entry.isRepeated && <Repeat aria-label={t("repeated")} className="size-3" />}
      </p>
      {entry.location && (
        <p className="flex items-center gap-1 text-xs text-ink-muted">
          <MapPin aria-hidden className="size-3 shrink-0" />
          <span className="truncate">{entry.location}</span>
        </p>
      )}
    </article>
  );
}
