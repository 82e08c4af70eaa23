import { Button, EmptyState } from "@botdeck/ui";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Milestone, SearchX } from "lucide-react";
import { useLocale, useTimeZone, useTranslations } from "use-intl";

import { MoreButton } from "../../../components/more-button.tsx";
import { useTRPC } from "../../../trpc.ts";
import { RoomPage } from "../room-page.tsx";
import { usePortalId } from "../use-portal-id.ts";
import { LogFilters } from "./log-filters.tsx";
import { LogRow } from "./log-row.tsx";

/** Every notification and every one that was not sent, with the way that led there. */
export function LogPage() {
  const t = useTranslations("notifications");
  const portalId = usePortalId();
  const language = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const navigate = useNavigate();
  const { portal, ...search } = useSearch({ from: "/_app/notifications/log" });
  const { rule, person, subject, outcome } = search;
  const filter = {
    ruleCode: rule ?? null,
    dialogId: person ?? null,
    subject: subject ?? null,
    outcome: outcome ?? null,
  };
  const trpc = useTRPC();
  const { data: rules } = useQuery(trpc.notification.rules.queryOptions({ portalId, language }));
  const query = useInfiniteQuery(
    trpc.notification.list.infiniteQueryOptions(
      { portalId, language, timeZone, ...filter },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const isFiltered = [rule, person, subject, outcome].some((one) => one !== undefined);
  const clear = () => void navigate({ to: "/notifications/log", search: { portal } });
  return (
    <RoomPage
      title={t("log.title")}
      tabTitle={t("log.title")}
      text={t("log.text")}
      isPending={query.isPending}
      error={query.data === undefined ? query.error : null}
      onRetry={() => void query.refetch()}
      aboveContent={
        <LogFilters
          rules={rules ?? []}
          search={search}
          onChange={(change) => void navigate({ to: "/notifications/log", search: { portal, ...search, ...change } })}
        />
      }
    >
      {rows.length === 0 && isFiltered && (
        <EmptyState
          icon={<SearchX />}
          title={t("log.noMatch.title")}
          text={t("log.noMatch.text")}
          action={<Button onClick={clear}>{t("log.clear")}</Button>}
        />
      )}
      {rows.length === 0 && !isFiltered && (
        <EmptyState icon={<Milestone />} title={t("log.empty.title")} text={t("log.empty.text")} />
      )}
      {rows.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {rows.map((row) => (
            <LogRow key={row.id} row={row} />
          ))}
        </ul>
      )}
      <MoreButton query={query} label={t("more")} />
    </RoomPage>
  );
}
