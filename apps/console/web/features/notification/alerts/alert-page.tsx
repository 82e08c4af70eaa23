import { Badge, Card, StatusBadge, toSafeHref } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";

import { FactGrid } from "../../../components/fact-grid.tsx";
import { useShortTime } from "../../../components/use-short-time.ts";
import { failureOf, useTRPC } from "../../../trpc.ts";
import { useLiveTopic } from "../../../live/live-context.ts";
import { OnePage } from "../one-page.tsx";
import { useRole } from "../use-role.ts";
import { type OpenedGroup, SEVERITY_TONE, STATE_TONE, useStateText } from "./alert-words.ts";
import { AnswerButtons } from "./answer-buttons.tsx";
import { Timeline } from "./timeline.tsx";

const REFRESH_MS = 5_000;

/** One group of alerts: what fires, what was done about it, and who was paged. */
export function AlertPage({ groupId }: { groupId: string }) {
  const t = useTranslations("notifications.alerts");
  const stateText = useStateText();
  const options = useTRPC().alert.get.queryOptions({ groupId }, { refetchInterval: REFRESH_MS });
  const { data: group, error, refetch } = useQuery(options);
  const { isOperator } = useRole();
  useLiveTopic("alerts", () => void refetch());
  const isMissing = error !== null && failureOf(error).code === "NOT_FOUND";
  return (
    <OnePage
      isWide
      list={{ to: "/notifications/alerts", label: t("back") }}
      title={group?.title ?? t("title")}
      missing={
        isMissing && group === undefined
          ? { title: t("missing.title"), text: t("missing.text"), action: t("missing.action") }
          : null
      }
      actions={
        group && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone={SEVERITY_TONE[group.severity]}>{t(`severities.${group.severity}`)}</Badge>
              <StatusBadge tone={STATE_TONE[group.state]}>{stateText(group)}</StatusBadge>
            </p>
            {group.isForgotten && <Badge>{t("forgotten")}</Badge>}
            {isOperator && !group.isForgotten && <AnswerButtons group={group} />}
          </div>
        )
      }
      isPending={group === undefined && !isMissing}
      error={group === undefined && !isMissing ? error : null}
      onRetry={() => void refetch()}
    >
      {group && (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="flex min-w-0 flex-col gap-4">
            <GroupFacts group={group} />
            <AlertList group={group} />
          </div>
          <Card className="flex min-w-0 flex-col gap-3">
            <h3 className="text-lg font-semibold">{t("timeline")}</h3>
            <Timeline events={group.events} hasMore={group.hasMore} />
          </Card>
        </div>
      )}
    </OnePage>
  );
}

function GroupFacts({ group }: { group: OpenedGroup }) {
  const t = useTranslations("notifications.alerts");
  const format = useFormatter();
  const shortTime = useShortTime();
  const paged = new Set(
    group.events.flatMap(({ kind, personId, personName }) => (kind === "paged" ? [personName ?? personId ?? ""] : [])),
  );
  const rows: [string, ReactNode][] = [
    [t("source"), group.hookName ?? t("unknownSource")],
    [t("since"), shortTime(group.firstAt)],
    [t("last"), shortTime(group.lastAt)],
    ...(group.resolvedAt === null ? [] : [[t("resolvedAt"), shortTime(group.resolvedAt)] as [string, ReactNode]]),
    [t("episode"), format.number(group.episode)],
    [t("cards"), format.number(group.cards)],
    [t("paged"), paged.size === 0 ? t("pagedNobody") : [...paged].join(", ")],
  ];
  return (
    <Card className="flex flex-col gap-3">
      <h3 className="text-lg font-semibold">{t("facts")}</h3>
      <FactGrid rows={rows} />
      <Labels name={t("labels")} labels={group.labels} />
    </Card>
  );
}

function AlertList({ group: { alerts, total } }: { group: OpenedGroup }) {
  const t = useTranslations("notifications.alerts");
  const shortTime = useShortTime();
  return (
    <Card className="flex flex-col gap-1 pb-1">
      <h3 className="flex flex-wrap items-baseline gap-x-2 text-lg font-semibold">
        {t("list")}
        {alerts.length < total && (
          <span className="text-sm font-normal text-ink-muted">
            {t("listBounded", { count: alerts.length, total })}
          </span>
        )}
      </h3>
      <ul className="divide-y divide-line">
        {alerts.map(({ fingerprint, name, status, summary, labels, startsAt, endsAt, url }) => {
          const href = url === null ? null : toSafeHref(url);
          return (
            <li key={fingerprint} className="flex flex-col gap-1 py-2.5">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <StatusBadge tone={status === "firing" ? "danger" : "human"}>{t(`states.${status}`)}</StatusBadge>
                <span className="font-medium wrap-anywhere">{name}</span>
                <span className="text-sm text-ink-muted">
                  {t("started", { time: shortTime(startsAt) })}
                  {endsAt !== null && status === "resolved" && `, ${t("ended", { time: shortTime(endsAt) })}`}
                </span>
              </p>
              {summary !== "" && <p className="wrap-anywhere">{summary}</p>}
              <Labels name={t("labels")} labels={labels} />
              {href !== null && (
                <a
                  href={href}
                  target="_blank"
                  rel="noopener noreferrer nofollow"
                  className="inline-flex w-fit items-center gap-1 text-accent underline underline-offset-2"
                >
                  {t("look")}
                  <ExternalLink aria-hidden className="size-3.5" />
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Labels({ name, labels }: { name: string; labels: Readonly<Record<string, string>> }) {
  const all = Object.entries(labels);
  if (all.length === 0) return null;
  return (
    <ul aria-label={name} className="flex flex-wrap gap-1">
      {all.map(([key, value]) => (
        <li key={key} className="rounded-sm bg-sunken px-1.5 font-mono text-xs wrap-anywhere text-ink-muted">
          {key}={value}
        </li>
      ))}
    </ul>
  );
}
