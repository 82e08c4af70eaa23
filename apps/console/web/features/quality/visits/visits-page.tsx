import { buttonLook, EmptyState } from "@botdeck/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { useNow, useTranslations } from "use-intl";

import { BackLink } from "../../../components/back-link.tsx";
import { FailedState } from "../../../components/failed-state.tsx";
import { MoreButton } from "../../../components/more-button.tsx";
import { PageSkeleton } from "../../../components/page-skeleton.tsx";
import { useTitle } from "../../../components/use-title.ts";
import { useNames } from "../../../i18n/use-names.ts";
import { useTRPC } from "../../../trpc.ts";
import { dayOf, filterOf, periodOf } from "../search.ts";
import { useDayText } from "../use-day-text.ts";
import { useDuration } from "../use-duration.ts";
import { VisitItem } from "./visit-item.tsx";

/** The conversations behind a figure. */
export function VisitsPage() {
  const t = useTranslations("quality");
  const names = useNames();
  const dayText = useDayText();
  const duration = useDuration();
  const { figure, cause, step, slow, ...search } = useSearch({ from: "/_app/quality/visits" });
  const period = periodOf(search, dayOf(useNow()));
  const title = t(`visits.figure.${figure}`);
  useTitle(title);
  const query = useInfiniteQuery(
    useTRPC().quality.visits.infiniteQueryOptions(
      {
        filter: filterOf(search),
        period,
        figure,
        cause: cause ?? null,
        step: step ?? null,
        atLeastMs: slow ?? null,
      },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const facts = [
    dayText.period(period),
    ...(search.dialog === undefined ? [] : [names("dialog", search.dialog)]),
    ...(step === undefined ? [] : [step === "" ? t("dropOff.atEnd") : names("dialog", step)]),
    ...(cause === undefined ? [] : [names("causes", cause)]),
    ...(slow === undefined ? [] : [t("visits.slow", { value: duration(slow) })]),
  ];
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-4xl flex-col gap-4 p-4 lg:p-6">
        <header>
          <div className="flex items-center gap-2">
            <BackLink to="/quality" search={search} aria-label={t("title")} />
            <h1 className="min-w-0 text-xl font-semibold tracking-tight wrap-anywhere">{title}</h1>
          </div>
          <p className="pl-8 text-ink-muted wrap-anywhere">{facts.join(" · ")}</p>
        </header>
        {contentOf()}
      </div>
    </div>
  );

  function contentOf(): ReactNode {
    if (query.data === undefined && query.error !== null) {
      return <FailedState title={t("failed")} error={query.error} onRetry={() => void query.refetch()} />;
    }
    if (query.data === undefined) return <PageSkeleton />;
    if (rows.length === 0) {
      return (
        <EmptyState
          icon={<SearchX />}
          title={t("visits.none.title")}
          text={t("visits.none.text")}
          action={
            <Link to="/quality" search={search} className={buttonLook()}>
              {t("visits.back")}
            </Link>
          }
        />
      );
    }
    return (
      <>
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {rows.map((row) => (
            <VisitItem key={row.visitId} row={row} />
          ))}
        </ul>
        <MoreButton query={query} label={t("visits.more")} />
      </>
    );
  }
}
