import { buttonLook, EmptyState } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { SearchX } from "lucide-react";
import { useTranslations } from "use-intl";

import { BackLink } from "../../../components/back-link.tsx";
import { useKeys } from "../../../components/use-keys.ts";
import { useLiveTopic } from "../../../live/live-context.ts";
import { failureOf, useTRPC } from "../../../trpc.ts";
import { useWorkflowWords } from "../use-workflow-words.ts";
import { WorkflowFrame } from "../workflow-frame.tsx";
import { ActButtons } from "./act-buttons.tsx";
import { ActList } from "./act-list.tsx";
import { History } from "./history.tsx";
import { PendingSteps } from "./pending-steps.tsx";
import { useWorkflowActs } from "./use-workflow-acts.ts";
import { WorkflowFacts } from "./workflow-facts.tsx";

/** Tries and timers change without a word to us; Temporal is asked again so often while it is at work. */
const REFRESH_MS = 10_000;

/** One workflow whole: where it stands, what keeps it, what it did, and what can be done. */
export function WorkflowPage({ id }: { id: string }) {
  const t = useTranslations("workflows");
  const words = useWorkflowWords();
  const navigate = useNavigate();
  const search = useSearch({ from: "/_app/workflows" });
  const {
    data: workflow,
    error,
    refetch,
  } = useQuery(
    useTRPC().workflow.get.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data?.state === "ended" ? false : REFRESH_MS) },
    ),
  );
  const acts = useWorkflowActs(id);
  useLiveTopic("workflows", () => void refetch());
  useKeys({ Escape: () => void navigate({ to: "/workflows", search }) });
  const isMissing = error !== null && failureOf(error).code === "NOT_FOUND";
  const title = workflow === undefined ? t("title") : words.kind(workflow.kind);
  return (
    <WorkflowFrame
      title={
        <span className="flex items-center gap-2">
          <BackLink to="/workflows" search={search} aria-label={t("back")} />
          <span className="min-w-0">{title}</span>
        </span>
      }
      tabTitle={title}
      text={workflow?.subject == null ? undefined : words.subject(workflow.subject)}
      actions={workflow && !isMissing && <ActButtons workflow={workflow} acts={acts} />}
      isPending={workflow === undefined && !isMissing}
      error={workflow === undefined && !isMissing ? error : null}
      onRetry={() => void refetch()}
    >
      {workflow === undefined || isMissing ? (
        <EmptyState
          icon={<SearchX />}
          title={t("gone.title")}
          text={t("gone.text")}
          action={
            <Link to="/workflows" search={search} className={buttonLook()}>
              {t("back")}
            </Link>
          }
        />
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="flex min-w-0 flex-col gap-4">
            {workflow.told.is === "shown" && <PendingSteps look={workflow.told} acts={acts} />}
            <History told={workflow.told} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <WorkflowFacts workflow={workflow} />
            <ActList acts={workflow.acts} />
          </div>
        </div>
      )}
    </WorkflowFrame>
  );
}
