import { buttonLook, EmptyState } from "@botdeck/ui";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { SearchX, Workflow } from "lucide-react";
import { useTranslations } from "use-intl";

import { MoreButton } from "../../components/more-button.tsx";
import { useLiveTopic } from "../../live/live-context.ts";
import { useTRPC } from "../../trpc.ts";
import { WorkflowFilters } from "./workflow-filters.tsx";
import { WorkflowFrame } from "./workflow-frame.tsx";
import { WorkflowItem } from "./workflow-item.tsx";

/** What the stream does not tell, such as alerts that begin, is on the page after this. */
const REFRESH_MS = 30_000;

/** What is at work, or has ended, by kind. */
export function WorkflowsPage() {
  const t = useTranslations("workflows");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const search = useSearch({ from: "/_app/workflows/" });
  const { portal, state, kind } = search;
  const { data: portals = [] } = useQuery(trpc.portal.list.queryOptions());
  const filter = { isEnded: state === "ended", kind: kind ?? null, portalId: portal ?? null };
  const query = useInfiniteQuery(
    trpc.workflow.list.infiniteQueryOptions(filter, {
      getNextPageParam: (page) => page.nextCursor,
      refetchInterval: REFRESH_MS,
    }),
  );
  useLiveTopic("workflows", () => {
    void queryClient.invalidateQueries(trpc.workflow.list.pathFilter());
    void queryClient.invalidateQueries(trpc.workflow.counts.pathFilter());
  });
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <WorkflowFrame
      title={t(state === "ended" ? "titleEnded" : "titleAtWork")}
      tabTitle={t("title")}
      text={t("text")}
      isPending={query.isPending}
      error={query.data === undefined ? query.error : null}
      onRetry={() => void query.refetch()}
      aboveContent={<WorkflowFilters search={search} />}
    >
      {rows.length === 0 ? (
        emptyState()
      ) : (
        <ul aria-label={t("list")} className="divide-y divide-line rounded-lg border border-line bg-surface">
          {rows.map((row) => (
            <WorkflowItem
              key={row.id}
              workflow={row}
              search={search}
              showsPortal={portals.length > 1 && portal === undefined}
            />
          ))}
        </ul>
      )}
      <MoreButton query={query} label={t("more")} />
    </WorkflowFrame>
  );

  function emptyState() {
    if (kind !== undefined || portal !== undefined) {
      return (
        <EmptyState
          icon={<SearchX />}
          title={t("noMatch.title")}
          text={t("noMatch.text")}
          action={
            <Link to="/workflows" search={{ state }} className={buttonLook()}>
              {t("clear")}
            </Link>
          }
        />
      );
    }
    const texts = state === "ended" ? "emptyEnded" : "empty";
    return <EmptyState icon={<Workflow />} title={t(`${texts}.title`)} text={t(`${texts}.text`)} />;
  }
}
