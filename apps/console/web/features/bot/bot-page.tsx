import { cn, EmptyState } from "@botdeck/ui";
import { Link } from "@tanstack/react-router";
import { FileQuestion, SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import { BackLink } from "../../components/back-link.tsx";
import { FailedState } from "../../components/failed-state.tsx";
import { failureOf } from "../../trpc.ts";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { useTitle } from "../../components/use-title.ts";

type Page = "settings" | "texts" | "dialogs";

type Props = {
  botId: string;
  current: Page;
  /** Undefined until it is there. */
  bot: { name: string; portalId: string; portalDomain: string; isKnown: boolean } | undefined;
  error: unknown;
  failed: string;
  onRetry: () => void;
  /** Beside the tabs. */
  aside?: ReactNode;
  children: ReactNode;
};

/** What is around each page of a bot: whose it is, the way to its other pages, and what there is to say instead. */
export function BotPage({ botId, current, bot, error, failed, onRetry, aside, children }: Props) {
  const t = useTranslations();
  useTitle(bot === undefined ? t(`bots.${current}`) : `${t(`bots.${current}`)}: ${bot.name}`);
  return (
    <div className="flex h-full flex-col">
      <header className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 pt-2.5">
        <div className="flex min-w-0 basis-full items-center gap-2">
          <BackLink
            {...(bot === undefined
              ? { to: "/portals" }
              : { to: "/portals/$portalId", params: { portalId: bot.portalId } })}
            aria-label={t("bots.back")}
          />
          <h1 className="truncate text-lg font-semibold">{bot?.name ?? t("bots.title")}</h1>
          <p className="truncate text-ink-muted">{bot?.portalDomain}</p>
        </div>
        <nav aria-label={bot?.name ?? t("bots.title")} className="flex gap-4">
          {bot !== undefined && (
            <Link
              to="/portals/$portalId/bots/$botId"
              params={{ portalId: bot.portalId, botId }}
              {...tab(current === "settings")}
            >
              {t("bots.settings")}
            </Link>
          )}
          <Link to="/bots/$botId/texts" params={{ botId }} {...tab(current === "texts")}>
            {t("bots.texts")}
          </Link>
          <Link to="/bots/$botId/dialogs" params={{ botId }} {...tab(current === "dialogs")}>
            {t("bots.dialogs")}
          </Link>
        </nav>
        {aside}
      </header>
      {contentOf()}
    </div>
  );

  function contentOf(): ReactNode {
    if (error !== null && bot === undefined) {
      if (failureOf(error).code === "NOT_FOUND") return <EmptyState icon={<SearchX />} title={t("bots.missing")} />;
      return <FailedState className="m-4" title={failed} error={error} onRetry={onRetry} />;
    }
    if (bot === undefined) return <PageSkeleton />;
    if (!bot.isKnown && current !== "settings") {
      return <EmptyState icon={<FileQuestion />} title={t("bots.unknown.title")} text={t("bots.unknown.text")} />;
    }
    return children;
  }
}

const tab = (isCurrent: boolean) => ({
  "aria-current": isCurrent ? ("page" as const) : undefined,
  className: cn(
    "-mb-px border-b-2 py-2 font-medium",
    isCurrent ? "border-accent text-ink" : "border-transparent text-ink-muted hover:text-ink",
  ),
});
