import { buttonLook, EmptyState, ErrorState, StatusBadge, type Tone } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { inferRouterOutputs } from "@trpc/server";
import { Bot, MessageSquareText, Workflow } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";

import type { AppRouter } from "../../../server/root.ts";
import { FailureText } from "../../components/failure-text.tsx";
import { useTRPC } from "../../trpc.ts";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { useTitle } from "../../components/use-title.ts";

export type PortalBot = inferRouterOutputs<AppRouter>["bot"]["list"][number];

const TONE: Record<PortalBot["state"], Tone> = {
  registering: "warning",
  active: "human",
  failed: "danger",
  removed: "neutral",
};

/** The bots of every portal, each with the ways to what it says and how its dialogs go. */
export function BotsPage() {
  const t = useTranslations();
  useTitle(t("bots.title"));
  const { data: bots, error, refetch } = useQuery(useTRPC().bot.list.queryOptions());
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-4xl flex-col gap-5 p-4 lg:p-6">
        <header>
          <h1 className="text-xl font-semibold tracking-tight">{t("bots.title")}</h1>
          <p className="text-ink-muted">{t("bots.text")}</p>
        </header>
        {error !== null && bots === undefined && (
          <ErrorState
            title={t("bots.failed")}
            text={<FailureText error={error} />}
            retryLabel={t("app.retry")}
            onRetry={() => void refetch()}
          />
        )}
        {error === null && bots === undefined && <PageSkeleton />}
        {bots?.length === 0 && <EmptyState icon={<Bot />} title={t("bots.empty.title")} text={t("bots.empty.text")} />}
        {byPortal(bots ?? []).map(([portalId, ofPortal]) => (
          <section key={portalId} className="flex flex-col gap-2">
            <h2 className="text-sm font-medium text-ink-muted">{ofPortal[0]?.portalDomain}</h2>
            <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
              {ofPortal.map((bot) => (
                <BotRow key={bot.id} bot={bot} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function BotRow({ bot }: { bot: PortalBot }) {
  const { id, name, code, state } = bot;
  const t = useTranslations("bots");
  return (
    <li data-bot={code} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-48">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-sm text-ink-muted">{code}</p>
      </div>
      <StatusBadge tone={TONE[state]}>{t(`states.${state}`)}</StatusBadge>
      <div className="flex gap-2">
        <Link to="/bots/$botId/texts" params={{ botId: id }} className={buttonLook({ size: "sm" })}>
          <MessageSquareText aria-hidden />
          {t("texts")}
        </Link>
        <Link to="/bots/$botId/dialogs" params={{ botId: id }} className={buttonLook({ size: "sm" })}>
          <Workflow aria-hidden />
          {t("dialogs")}
        </Link>
      </div>
      <BotFacts bot={bot} />
    </li>
  );
}

/** Whose words reach it, whose rights it has and what it can be told. */
function BotFacts({ bot: { hears, actsAs, commands } }: { bot: PortalBot }) {
  const t = useTranslations("bots");
  const locale = useLocale();
  if (hears === null) return null;
  return (
    <div className="basis-full space-y-1 text-sm text-ink-muted">
      <p className={hears === "everything" || actsAs === "owner" ? "text-warning" : undefined}>
        {[t(`hears.${hears}`), ...(actsAs === null ? [] : [t(`actsAs.${actsAs}`)])].join(" · ")}
      </p>
      {commands.length > 0 && (
        <ul aria-label={t("commands")} className="flex flex-wrap gap-1.5">
          {commands.map((command) => (
            <li
              key={command.name}
              title={command.title[locale === "ru" ? "ru" : "en"]}
              className="rounded bg-sunken px-1.5 py-0.5 font-mono text-xs"
            >
              /{command.name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function byPortal(bots: readonly PortalBot[]): [string, PortalBot[]][] {
  return [...Map.groupBy(bots, ({ portalId }) => portalId)];
}
