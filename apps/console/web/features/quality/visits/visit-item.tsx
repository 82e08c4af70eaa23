import { StatusBadge, type Tone } from "@botdeck/ui";
import { Link } from "@tanstack/react-router";
import { useFormatter, useTranslations } from "use-intl";

import { useNames } from "../../../i18n/use-names.ts";
import { useTopicName } from "../../../i18n/use-topic-name.ts";
import type { OutcomeKind, VisitRow } from "../quality-data.ts";
import { useDuration } from "../use-duration.ts";

const TONE: Record<OutcomeKind, Tone> = {
  solved_confirmed: "human",
  solved_presumed: "bot",
  handed_over: "warning",
  abandoned: "neutral",
};

/** One visit: who it was, what came of it and how long it took. It outlives its conversation. */
export function VisitItem({ row }: { row: VisitRow }) {
  const t = useTranslations("quality");
  const format = useFormatter();
  const names = useNames();
  const topicName = useTopicName();
  const duration = useDuration();
  const facts = [
    row.botName ?? t("groups.gone"),
    ...(row.topic === null ? [] : [topicName(row.topic)]),
    ...(row.cause === "silence" ? [] : [names("causes", row.cause)]),
    ...(row.dialog === null || row.step === null
      ? []
      : [`${names("dialog", row.dialog)}: ${names("dialog", row.step)}`]),
    ...(row.firstResponseMs === null ? [] : [t("visits.response", { value: duration(row.firstResponseMs) })]),
    ...(row.humanResponseMs === null ? [] : [t("visits.person", { value: duration(row.humanResponseMs) })]),
    ...(row.rating === null ? [] : [t("visits.rating", { rating: row.rating })]),
    ...(row.recontactedAt === null ? [] : [t("visits.returned")]),
  ];
  return (
    <li data-visit={row.kind} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 px-4 py-2.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        {row.conversationId === null ? (
          <span className="text-ink-muted">{t("visits.gone")}</span>
        ) : (
          <Link
            to="/conversations"
            search={{ queue: "all", portal: row.portalId, id: row.conversationId }}
            className="font-medium wrap-anywhere decoration-line-strong underline-offset-4 hover:underline"
          >
            {row.personName}
          </Link>
        )}
        <time dateTime={row.decidedAt} className="text-sm text-ink-muted tabular-nums">
          {format.dateTime(new Date(row.decidedAt), {
            day: "numeric",
            month: "short",
            year: "numeric",
            hour: "2-digit",
            minute: "2-digit",
            hourCycle: "h23",
          })}
        </time>
      </p>
      <StatusBadge tone={TONE[row.kind]}>{t(`kinds.${row.kind}`)}</StatusBadge>
      <p className="text-sm wrap-anywhere text-ink-muted max-sm:col-span-2">{facts.join(" · ")}</p>
    </li>
  );
}
