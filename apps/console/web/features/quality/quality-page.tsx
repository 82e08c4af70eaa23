import { buttonLook, EmptyState } from "@botdeck/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { ChartColumn, Download, SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { useNow, useTranslations } from "use-intl";

import { FailedState } from "../../components/failed-state.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { useTitle } from "../../components/use-title.ts";
import { useLiveTopic } from "../../live/live-context.ts";
import { useTRPC } from "../../trpc.ts";
import { TrendChart } from "./chart/trend-chart.tsx";
import { csvAddress } from "./csv-address.ts";
import { DropOff } from "./drop-off.tsx";
import { FigureCards } from "./figure-cards.tsx";
import { GroupsTable } from "./groups-table.tsx";
import { HandOverReasons } from "./hand-over-reasons.tsx";
import { PeriodChoice } from "./period-choice.tsx";
import { QualityFilters } from "./quality-filters.tsx";
import { dayOf, filterOf, isNarrowed, periodOf } from "./search.ts";
import { useDayText } from "./use-day-text.ts";

/** How well the bots do: what came of visits, how long people waited, and where they were lost. */
export function QualityPage() {
  const t = useTranslations("quality");
  const dayText = useDayText();
  useTitle(t("title"));
  const search = useSearch({ from: "/_app/quality/" });
  const asked = { filter: filterOf(search), period: periodOf(search, dayOf(useNow())) };
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useLiveTopic("figures", () => void queryClient.invalidateQueries(trpc.quality.pathFilter()));
  const query = useQuery(trpc.quality.figures.queryOptions(asked));
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-6xl flex-col gap-4 p-4 lg:p-6">
        <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1 basis-60">
            <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
            <p className="text-pretty text-ink-muted">
              {t(search.who === "staff" ? "aboutStaff" : "about", { period: dayText.period(asked.period) })}
            </p>
          </div>
          <a href={csvAddress(asked, search.by ?? "bot")} download className={buttonLook()}>
            <Download aria-hidden />
            {t("csv")}
          </a>
        </header>
        <PeriodChoice search={search} period={asked.period} />
        <QualityFilters search={search} asked={asked} />
        {contentOf()}
      </div>
    </div>
  );

  function contentOf(): ReactNode {
    const { data, error } = query;
    if (data === undefined && error !== null) {
      return <FailedState title={t("failed")} error={error} onRetry={() => void query.refetch()} />;
    }
    if (data === undefined) return <PageSkeleton />;
    const { current, previous, timeError } = data;
    if (current.decided === 0 && current.answers?.count !== 0 && isNarrowed(search)) return <NoMatch />;
    if (current.decided === 0 && (current.answers?.count ?? 0) === 0) {
      if (isNarrowed(search)) return <NoMatch />;
      return <EmptyState icon={<ChartColumn />} title={t("empty.title")} text={t("empty.text")} />;
    }
    return (
      <>
        <FigureCards current={current} previous={previous} />
        <TrendChart asked={asked} />
        <GroupsTable asked={asked} search={search} />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <HandOverReasons asked={asked} total={current.kinds.handed_over} />
          <DropOff asked={asked} />
        </div>
        <p className="text-sm text-pretty text-ink-muted">
          {t("counted", { others: current.others, error: timeError })}
        </p>
      </>
    );
  }
}

function NoMatch() {
  const t = useTranslations("quality");
  const { portal, from, to, days } = useSearch({ from: "/_app/quality/" });
  return (
    <EmptyState
      icon={<SearchX />}
      title={t("noMatch.title")}
      text={t("noMatch.text")}
      action={
        <Link to="/quality" search={{ portal, from, to, days }} className={buttonLook()}>
          {t("clear")}
        </Link>
      }
    />
  );
}
