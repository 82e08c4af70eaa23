import { buttonLook, EmptyState } from "@botdeck/ui";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { ListChecks } from "lucide-react";
import { useTranslations } from "use-intl";

import { MoreButton } from "../../../components/more-button.tsx";
import { useLiveTopic } from "../../../live/live-context.ts";
import { useTRPC } from "../../../trpc.ts";
import { DeliveryPage } from "../delivery-page.tsx";
import { REFRESH_MS } from "../refresh-ms.ts";
import { JobRow } from "./job-row.tsx";

/** What is done to many at once: how far each job came, what stayed as it was, and the way to stop it. */
export function JobsPage() {
  const t = useTranslations("deliveries");
  const { job, portal } = useSearch({ from: "/_app/deliveries/jobs" });
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const query = useInfiniteQuery(
    trpc.job.list.infiniteQueryOptions(
      {},
      { getNextPageParam: (page) => page.nextCursor, refetchInterval: REFRESH_MS },
    ),
  );
  useLiveTopic("jobs", () => void queryClient.invalidateQueries(trpc.job.pathFilter()));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <DeliveryPage
      title={t("jobs.title")}
      tabTitle={t("jobs.title")}
      text={t("jobs.text")}
      isPending={query.isPending}
      error={query.data === undefined ? query.error : null}
      onRetry={() => void query.refetch()}
    >
      {rows.length === 0 ? (
        <EmptyState
          icon={<ListChecks />}
          title={t("jobs.empty.title")}
          text={t("jobs.empty.text")}
          action={
            <Link to="/deliveries/letters" search={{ portal }} className={buttonLook()}>
              {t("jobs.toLetters")}
            </Link>
          }
        />
      ) : (
        <ul className="flex flex-col gap-3">
          {rows.map((row) => (
            <JobRow key={row.id} job={row} isOpen={row.id === job} />
          ))}
        </ul>
      )}
      <MoreButton query={query} label={t("more")} />
    </DeliveryPage>
  );
}
