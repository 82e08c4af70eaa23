import { buttonLook, EmptyState } from "@botdeck/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PlugZap, Plus } from "lucide-react";
import { useTranslations } from "use-intl";

import { MoreButton } from "../../components/more-button.tsx";
import { useShortTime } from "../../components/use-short-time.ts";
import { useLiveTopic } from "../../live/live-context.ts";
import { useTRPC } from "../../trpc.ts";
import { PortalFrame } from "./portal-frame.tsx";
import { BotName, PortalHealth, type PortalRow, PortalState } from "./portal-look.tsx";
import { useRole } from "./use-role.ts";

/** Every portal with its way of connection, its state, its health in short and the bots on it. */
export function PortalsPage() {
  const t = useTranslations("portals");
  const { isAdmin } = useRole();
  const query = useInfiniteQuery(
    useTRPC().portal.page.infiniteQueryOptions({}, { getNextPageParam: ({ next }) => next }),
  );
  const { data, error, refetch } = query;
  useLiveTopic("portals", () => void refetch());
  const portals = data?.pages.flatMap(({ rows }) => rows) ?? [];
  const add = (
    <Link to="/portals/connect" className={buttonLook({ variant: "primary" })}>
      <Plus aria-hidden />
      {t("connect")}
    </Link>
  );
  return (
    <PortalFrame
      title={t("title")}
      text={t("text")}
      actions={isAdmin && portals.length > 0 && add}
      isPending={data === undefined}
      error={data === undefined ? error : null}
      failed={t("failed")}
      onRetry={() => void refetch()}
    >
      {portals.length === 0 && (
        <EmptyState
          icon={<PlugZap />}
          title={t("empty.title")}
          text={t(isAdmin ? "empty.text" : "empty.askAdmin")}
          action={isAdmin && add}
        />
      )}
      {portals.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {portals.map((portal) => (
            <Row key={portal.id} portal={portal} />
          ))}
        </ul>
      )}
      <MoreButton query={query} label={t("more")} />
    </PortalFrame>
  );
}

function Row({ portal }: { portal: PortalRow }) {
  const t = useTranslations("portals");
  const when = useShortTime();
  const { id, domain, auth, stateReason, health, bots } = portal;
  const isServed = portal.state === "active" || portal.state === "reauth";
  return (
    <li data-portal={domain} className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Link
          to="/portals/$portalId"
          params={{ portalId: id }}
          className="min-w-0 flex-1 basis-48 truncate font-medium underline-offset-2 hover:underline"
        >
          {domain}
        </Link>
        <span className="text-sm text-ink-muted">{t(`auth.${auth}`)}</span>
        <PortalState portal={portal} />
        {isServed && <PortalHealth health={health} />}
      </div>
      {stateReason !== null && <p className="text-sm text-ink-muted wrap-anywhere">{stateReason}</p>}
      {(bots.length > 0 || isServed) && (
        <div className="flex flex-wrap items-center gap-1.5">
          {bots.map((bot) => (
            <Link
              key={bot.id}
              to="/portals/$portalId/bots/$botId"
              params={{ portalId: id, botId: bot.id }}
              className="rounded-full hover:opacity-80"
            >
              <BotName bot={bot} />
            </Link>
          ))}
          {isServed && (
            <span className="ml-auto text-sm text-ink-muted">
              {health.checkedAt === null ? t("health.never") : t("health.checkedAt", { time: when(health.checkedAt) })}
            </span>
          )}
        </div>
      )}
    </li>
  );
}
