import { Button, EmptyState } from "@botdeck/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Download, ScrollText, SearchX } from "lucide-react";
import { useTranslations } from "use-intl";

import { MoreButton } from "../../../components/more-button.tsx";
import { useTRPC } from "../../../trpc.ts";
import { AccessFrame } from "../access-frame.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { AuditRow } from "./audit-row.tsx";
import { filterOf } from "./search.ts";
import { useExport } from "./use-export.ts";

/** Who did what, newest first. */
export function AuditPage() {
  const t = useTranslations("access.audit");
  const tRoom = useTranslations("access");
  const navigate = useNavigate();
  const search = useSearch({ from: "/_app/access/audit" });
  const { isBusy, exportActs } = useExport();
  const query = useInfiniteQuery(
    useTRPC().audit.list.infiniteQueryOptions(filterOf(search), { getNextPageParam: (page) => page.nextCursor }),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  const clear = () => void navigate({ to: "/access/audit", search: {} });
  return (
    <AccessFrame
      isWide
      title={t("title")}
      text={t("text")}
      actions={
        <div className="flex gap-2">
          {isFiltered && <Button onClick={clear}>{t("clear")}</Button>}
          <Button isBusy={isBusy} onClick={() => void exportActs(search)}>
            <Download aria-hidden />
            {t("export")}
          </Button>
        </div>
      }
      aboveContent={
        <AuditFilters
          search={search}
          onChange={(change) => void navigate({ to: "/access/audit", search: { ...search, ...change } })}
        />
      }
      isPending={query.isPending}
      error={query.data === undefined ? query.error : null}
      onRetry={() => void query.refetch()}
    >
      {rows.length === 0 && isFiltered && (
        <EmptyState
          icon={<SearchX />}
          title={t("noMatch.title")}
          text={t("noMatch.text")}
          action={<Button onClick={clear}>{t("clear")}</Button>}
        />
      )}
      {rows.length === 0 && !isFiltered && (
        <EmptyState icon={<ScrollText />} title={t("empty.title")} text={t("empty.text")} />
      )}
      {rows.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {rows.map((act) => (
            <AuditRow key={act.id} act={act} />
          ))}
        </ul>
      )}
      <MoreButton query={query} label={tRoom("more")} />
    </AccessFrame>
  );
}
