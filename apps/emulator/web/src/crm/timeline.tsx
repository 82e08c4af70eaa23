import {
  CalendarCheck,
  Circle,
  CircleCheck,
  type LucideIcon,
  Mail,
  MessageSquareText,
  Phone,
  Route,
  Users,
} from "lucide-react";
import { useTranslations } from "use-intl";
import type { TimelineEntry } from "../api/portal-types.ts";
import type { Person } from "../api/types.ts";
import { plainBb } from "../bb/bb-node.ts";
import { parseBb } from "../bb/parse-bb.ts";
import { useMoment } from "../chat/use-moment.ts";
import { PersonName } from "../portal/person-name.tsx";

/** Bitrix24's types of activities; docs: crm/timeline/activities, field TYPE_ID. */
const ACTIVITY: Record<number, LucideIcon> = { 1: Users, 2: Phone, 4: Mail };

/** What was done, said and moved in a record of the CRM, newest first. */
export function Timeline({ entries, people }: { entries: TimelineEntry[]; people: Person[] }) {
  const t = useTranslations("crm");
  if (entries.length === 0) return <p className="text-ink-muted">{t("noTimeline")}</p>;
  return (
    <ol className="flex flex-col gap-3">
      {entries.map((entry) => (
        <li key={entry.id} className="flex gap-2.5">
          <Sign entry={entry} />
          <div className="min-w-0 flex-1">
            <Entry entry={entry} people={people} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Sign({ entry }: { entry: TimelineEntry }) {
  const Icon =
    entry.type === "stage"
      ? Route
      : entry.type === "comment"
        ? MessageSquareText
        : (ACTIVITY[entry.typeId] ?? CalendarCheck);
  return (
    <span
      aria-hidden
      className="inline-flex size-7 shrink-0 items-center justify-center rounded-full bg-sunken text-ink-muted [&_svg]:size-3.5"
    >
      <Icon />
    </span>
  );
}

function Entry({ entry, people }: { entry: TimelineEntry; people: Person[] }) {
  const t = useTranslations("crm");
  const moment = useMoment();
  const at = (
    <time dateTime={entry.at} className="text-xs text-ink-muted tabular-nums">
      {moment.dateAndTime(entry.at)}
    </time>
  );
  if (entry.type === "stage") {
    return (
      <p>
        {t("moved", { stage: entry.text })} <br />
        {at}
      </p>
    );
  }
  const text = plainBb(parseBb(entry.text)).trim();
  return (
    <div className="flex flex-col gap-0.5">
      {entry.type === "activity" && (
        <p className="flex items-center gap-1.5 font-medium">
          {entry.isCompleted ? (
            <CircleCheck aria-label={t("done")} className="size-4 shrink-0 text-human" />
          ) : (
            <Circle aria-label={t("open")} className="size-4 shrink-0 text-warning" />
          )}
          {entry.subject}
        </p>
      )}
      {text && <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>}
      {entry.type === "activity" && entry.deadline && (
        <p className="text-sm text-ink-muted">{t("due", { at: moment.dateAndTime(entry.deadline) })}</p>
      )}
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-muted">
        <PersonName id={entry.authorId} people={people} />
        {at}
      </p>
    </div>
  );
}
