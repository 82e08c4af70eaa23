import { cn } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";

import { useTRPC } from "../../trpc.ts";
import { WORKFLOW_KINDS, type WorkflowSearch } from "./search.ts";
import { useWorkflowWords } from "./use-workflow-words.ts";

/** What is shown: at work or ended, and of which kind. Counts are of those at work. */
export function WorkflowFilters({ search }: { search: WorkflowSearch }) {
  const t = useTranslations("workflows");
  const words = useWorkflowWords();
  const { portal, state, kind } = search;
  const { data: counts } = useQuery(useTRPC().workflow.counts.queryOptions({ portalId: portal ?? null }));
  const isEnded = state === "ended";
  const all = counts?.reduce((sum, { count }) => sum + count, 0);
  const countOf = (one: string) => counts?.find((each) => each.kind === one)?.count;
  return (
    <div className="flex flex-col gap-2">
      <nav aria-label={t("state")} className="flex flex-wrap gap-1.5">
        <Chip search={{ ...search, state: undefined }} isCurrent={!isEnded} count={all}>
          {t("atWork")}
        </Chip>
        <Chip search={{ ...search, state: "ended" }} isCurrent={isEnded}>
          {t("ended")}
        </Chip>
      </nav>
      <nav aria-label={t("kind")} className="flex flex-wrap gap-1.5">
        <Chip search={{ ...search, kind: undefined }} isCurrent={kind === undefined}>
          {t("anyKind")}
        </Chip>
        {WORKFLOW_KINDS.map((one) => (
          <Chip
            key={one}
            search={{ ...search, kind: one }}
            isCurrent={kind === one}
            count={isEnded ? undefined : countOf(one)}
          >
            {words.kind(one)}
          </Chip>
        ))}
      </nav>
    </div>
  );
}

type ChipProps = { search: WorkflowSearch; isCurrent: boolean; count?: number | undefined; children: ReactNode };

function Chip({ search, isCurrent, count, children }: ChipProps) {
  const format = useFormatter();
  return (
    <Link
      to="/workflows"
      search={search}
      aria-current={isCurrent ? "page" : undefined}
      className={cn(
        "flex h-8 items-center gap-1.5 rounded-full border border-line px-3 text-ink-muted hover:bg-sunken",
        isCurrent && "border-transparent bg-accent-tint font-medium text-ink hover:bg-accent-tint",
      )}
    >
      {children}
      {count !== undefined && <span className="text-xs tabular-nums">{format.number(count)}</span>}
    </Link>
  );
}
