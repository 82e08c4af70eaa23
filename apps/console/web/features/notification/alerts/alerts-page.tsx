import { Badge, Button, buttonLook, cn, EmptyState, StatusBadge } from "@botdeck/ui";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { BellRing } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";

import { MoreButton } from "../../../components/more-button.tsx";
import { useShortTime } from "../../../components/use-short-time.ts";
import { useLiveTopic } from "../../../live/live-context.ts";
import { useTRPC } from "../../../trpc.ts";
import { inOneLine } from "../in-one-line.ts";
import { RoomPage } from "../room-page.tsx";
import { usePortalId } from "../use-portal-id.ts";
import { useRole } from "../use-role.ts";
import { type AlertGroup, SEVERITY_TONE, STATE_TONE, useStateText } from "./alert-words.ts";
import { ALERT_STATES } from "./search.ts";
import { useAnswer } from "./use-answer.ts";

/** Alerts change by themselves; the page looks so often. */
const REFRESH_MS = 5_000;
/** The server counts no further. */
const MOST_COUNTED = 1_000;

/** The groups of alerts of a portal, by state. */
export function AlertsPage() {
  const t = useTranslations("notifications");
  const trpc = useTRPC();
  const portalId = usePortalId();
  const { portal, state } = useSearch({ from: "/_app/notifications/alerts/" });
  const { isLead } = useRole();
  const queryClient = useQueryClient();
  const { data: counts } = useQuery(trpc.alert.counts.queryOptions({ portalId }, { refetchInterval: REFRESH_MS }));
  const query = useInfiniteQuery(
    trpc.alert.list.infiniteQueryOptions(
      { portalId, state: state ?? null },
      { getNextPageParam: (page) => page.nextCursor, refetchInterval: REFRESH_MS },
    ),
  );
  useLiveTopic("alerts", () => {
    void queryClient.invalidateQueries(trpc.alert.counts.queryFilter({ portalId }));
    void query.refetch();
  });
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const all = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  const open = all === undefined ? undefined : all - (counts?.resolved ?? 0);
  return (
    <RoomPage
      title={t("alerts.title")}
      tabTitle={t("alerts.title")}
      text={t("alerts.text")}
      isPending={query.isPending}
      error={query.data === undefined ? query.error : null}
      onRetry={() => void query.refetch()}
      aboveContent={
        <nav aria-label={t("alerts.state")} className="flex flex-wrap gap-1.5">
          <StateLink portal={portal} state={undefined} isCurrent={state === undefined} count={open} />
          {ALERT_STATES.map((one) => (
            <StateLink key={one} portal={portal} state={one} isCurrent={state === one} count={counts?.[one]} />
          ))}
        </nav>
      }
    >
      {rows.length === 0 && all === 0 && (
        <EmptyState
          icon={<BellRing />}
          title={t("alerts.empty.title")}
          text={t("alerts.empty.text")}
          action={
            isLead && (
              <Link to="/notifications/sources" search={{ portal }} className={buttonLook()}>
                {t("alerts.empty.action")}
              </Link>
            )
          }
        />
      )}
      {/* Also while the counts are not there, or could not be read. */}
      {query.data !== undefined && rows.length === 0 && all !== 0 && (
        <EmptyState icon={<BellRing />} title={t(state === undefined ? "alerts.noneOpen" : "alerts.noMatch")} />
      )}
      {rows.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {rows.map((group) => (
            <GroupRow key={group.id} portal={portal} group={group} />
          ))}
        </ul>
      )}
      <MoreButton query={query} label={t("more")} />
    </RoomPage>
  );
}

type StateLinkProps = {
  portal: string | undefined;
  /** Undefined is every state but resolved. */
  state: (typeof ALERT_STATES)[number] | undefined;
  isCurrent: boolean;
  count: number | undefined;
};

function StateLink({ portal, state, isCurrent, count }: StateLinkProps) {
  const t = useTranslations("notifications.alerts");
  const format = useFormatter();
  return (
    <Link
      to="/notifications/alerts"
      search={{ portal, state }}
      aria-current={isCurrent ? "page" : undefined}
      className={cn(
        "flex h-8 items-center gap-1.5 rounded-full border border-line px-3 text-ink-muted hover:bg-sunken",
        isCurrent && "border-transparent bg-accent-tint font-medium text-ink hover:bg-accent-tint",
      )}
    >
      {state === undefined ? t("open") : t(`states.${state}`)}
      {count !== undefined && (
        <span className="text-xs tabular-nums">
          {format.number(count)}
          {count >= MOST_COUNTED && "+"}
        </span>
      )}
    </Link>
  );
}

function GroupRow({ portal, group }: { portal: string | undefined; group: AlertGroup }) {
  const t = useTranslations("notifications.alerts");
  const shortTime = useShortTime();
  const stateText = useStateText();
  const tAnswer = useTranslations("notifications.answer");
  const { isOperator } = useRole();
  const answer = useAnswer(group.id);
  const { id, title, severity, state, firing, total, flaps, hookName, lastAt } = group;
  return (
    <li
      data-alert-group={state}
      className="relative flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 hover:bg-sunken"
    >
      <div className="min-w-0 flex-1 basis-64 space-y-0.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Badge tone={SEVERITY_TONE[severity]}>{t(`severities.${severity}`)}</Badge>
          <Link
            to="/notifications/alerts/$groupId"
            params={{ groupId: id }}
            search={{ portal }}
            // The whole row leads there.
            className="font-medium wrap-anywhere text-ink underline-offset-2 before:absolute before:inset-0 hover:underline"
          >
            {title}
          </Link>
        </p>
        <p className="text-sm wrap-anywhere text-ink-muted">
          {inOneLine([
            hookName ?? t("unknownSource"),
            t("firing", { firing, total }),
            flaps > 1 && t("flaps"),
            shortTime(lastAt),
          ])}
        </p>
      </div>
      <StatusBadge tone={STATE_TONE[state]} className="max-w-full">
        <span className="truncate">{stateText(group)}</span>
      </StatusBadge>
      {isOperator && (state === "firing" || state === "pending") && (
        <Button
          size="sm"
          // Above the link that the whole row is.
          className="relative"
          isBusy={answer.isPending}
          aria-label={tAnswer("acknowledgeOf", { title })}
          onClick={() => void answer.acknowledge()}
        >
          {tAnswer("acknowledge")}
        </Button>
      )}
    </li>
  );
}
