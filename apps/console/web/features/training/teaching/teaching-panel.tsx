import { Button, Skeleton } from "@botdeck/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import { useTranslations } from "use-intl";

import { FailedState } from "../../../components/failed-state.tsx";
import { useLiveTopic } from "../../../live/live-context.ts";
import { useTRPC } from "../../../trpc.ts";
import type { TrainedBot } from "../types.ts";
import { useTellFailure } from "../use-tell-failure.ts";
import { RunResult } from "./run-result.tsx";
import { VersionList } from "./version-list.tsx";

/** A notice may be lost while an evaluation runs. */
const REFRESH_MS = 5_000;

/** What would change if the assigned phrases were published, and what was published. */
export function TeachingPanel({ bot, isLead }: { bot: TrainedBot; isLead: boolean }) {
  const t = useTranslations("training.teaching");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const fail = useTellFailure();
  const of = { botCode: bot.code };
  const query = useQuery(
    trpc.training.latestRun.queryOptions(of, {
      refetchInterval: ({ state: { data } }) =>
        data?.state === "requested" || data?.state === "running" ? REFRESH_MS : false,
    }),
  );
  const { data: counts } = useQuery(trpc.training.counts.queryOptions(of));
  useLiveTopic("training", () => {
    void queryClient.invalidateQueries(trpc.training.latestRun.pathFilter());
    void queryClient.invalidateQueries(trpc.training.versions.pathFilter());
  });
  const { mutate, isPending } = useMutation(
    trpc.training.evaluate.mutationOptions({
      onError: fail,
      onSettled: () => queryClient.invalidateQueries(trpc.training.pathFilter()),
    }),
  );
  const run = query.data ?? null;
  const isUnderWay = run?.state === "requested" || run?.state === "running";
  const isEvaluated = run !== null && run.isCurrent && run.state !== "failed";
  return (
    <aside aria-labelledby="training-teaching" className="flex min-w-0 flex-col gap-6">
      <section className="flex flex-col gap-3">
        <div>
          <h2 id="training-teaching" className="text-xl font-semibold tracking-tight">
            {t("title")}
          </h2>
          <p className="text-pretty text-ink-muted">{t("text")}</p>
        </div>
        {query.isPending && <Skeleton className="h-24" />}
        {query.data === undefined && query.error !== null && (
          <FailedState title={t("failed")} error={query.error} onRetry={() => void query.refetch()} />
        )}
        {run !== null && <RunResult run={run} isLead={isLead} />}
        {run === null && query.isSuccess && counts?.assigned === 0 && <p className="text-ink-muted">{t("nothing")}</p>}
        {!isLead && <p className="text-sm text-ink-muted">{t("forLeads")}</p>}
        {isLead && (
          <Button
            className="self-start"
            variant={isEvaluated ? "secondary" : "primary"}
            isBusy={isPending || (isUnderWay && run.isCurrent)}
            disabled={counts === undefined || counts.assigned === 0}
            onClick={() => mutate(of)}
          >
            <FlaskConical aria-hidden />
            {t(isEvaluated && !isUnderWay ? "evaluateAgain" : "evaluate")}
          </Button>
        )}
      </section>
      <VersionList bot={bot} isLead={isLead} />
    </aside>
  );
}
