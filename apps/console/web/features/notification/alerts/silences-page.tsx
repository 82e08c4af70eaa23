import { Badge, Button, EmptyState, StatusBadge } from "@botdeck/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { inferRouterOutputs } from "@trpc/server";
import { BellOff, BellRing } from "lucide-react";
import { useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { MoreButton } from "../../../components/more-button.tsx";
import { useShortTime } from "../../../components/use-short-time.ts";
import { useLiveTopic } from "../../../live/live-context.ts";
import { useTRPC } from "../../../trpc.ts";
import { inOneLine } from "../in-one-line.ts";
import { RoomPage } from "../room-page.tsx";
import { usePortalId } from "../use-portal-id.ts";
import { useRole } from "../use-role.ts";
import { SEVERITY_TONE, STATE_TONE } from "./alert-words.ts";
import { useAnswer } from "./use-answer.ts";

/** Silences end by themselves; the page looks now and then, should no news come. */
const REFRESH_MS = 30_000;

type Held = inferRouterOutputs<AppRouter>["alert"]["held"]["rows"][number];

/** The groups of alerts for which nobody is paged: who wanted that, until when, and the end of it. */
export function SilencesPage() {
  const t = useTranslations("notifications");
  const portalId = usePortalId();
  const { portal } = useSearch({ strict: false });
  const options = { getNextPageParam: (page: { nextCursor: { at: string; id: string } | null }) => page.nextCursor };
  const query = useInfiniteQuery(
    useTRPC().alert.held.infiniteQueryOptions({ portalId }, { ...options, refetchInterval: REFRESH_MS }),
  );
  useLiveTopic("alerts", () => void query.refetch());
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <RoomPage
      title={t("silences.title")}
      tabTitle={t("silences.title")}
      text={t("silences.text")}
      isPending={query.isPending}
      error={query.data === undefined ? query.error : null}
      onRetry={() => void query.refetch()}
    >
      {rows.length === 0 && (
        <EmptyState icon={<BellOff />} title={t("silences.empty.title")} text={t("silences.empty.text")} />
      )}
      {rows.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {rows.map((held) => (
            <HeldRow key={held.id} portal={portal} held={held} />
          ))}
        </ul>
      )}
      <MoreButton query={query} label={t("more")} />
    </RoomPage>
  );
}

function HeldRow({ portal, held }: { portal: string | undefined; held: Held }) {
  const t = useTranslations("notifications");
  const { isOperator } = useRole();
  const shortTime = useShortTime();
  const answer = useAnswer(held.id);
  const { id, title, severity, state, firing, total, hookName, by, since, until } = held;
  return (
    <li data-held={state} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64 space-y-0.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Badge tone={SEVERITY_TONE[severity]}>{t(`alerts.severities.${severity}`)}</Badge>
          <Link
            to="/notifications/alerts/$groupId"
            params={{ groupId: id }}
            search={{ portal }}
            className="font-medium wrap-anywhere text-ink underline-offset-2 hover:underline"
          >
            {title}
          </Link>
        </p>
        <p className="text-sm wrap-anywhere text-ink-muted">
          {inOneLine([
            hookName ?? t("alerts.unknownSource"),
            t("silences.leftWith", { firing, total }),
            since !== null && t("silences.by", { name: by ?? t("answer.somebody"), time: shortTime(since) }),
          ])}
        </p>
      </div>
      <StatusBadge tone={STATE_TONE[state]}>
        {t(`alerts.states.${state}`)}{" "}
        {until === null ? t("silences.untilRecovery") : t("silences.until", { time: shortTime(until) })}
      </StatusBadge>
      {isOperator && state === "silenced" && (
        <Button
          size="sm"
          isBusy={answer.isPending}
          aria-label={t("answer.endSilenceOf", { title })}
          onClick={() => void answer.endSilence()}
        >
          <BellRing aria-hidden />
          {t("answer.endSilence")}
        </Button>
      )}
    </li>
  );
}
