import { Button, cn, StatusBadge, type Tone } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { inferRouterOutputs } from "@trpc/server";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { FaultNote } from "../../../components/fault/fault-note.tsx";
import { useShortTime } from "../../../components/use-short-time.ts";
import { useTRPC } from "../../../trpc.ts";
import { useTell } from "../act/use-tell.ts";
import { inOneLine } from "../../notification/in-one-line.ts";
import { useWords } from "../use-words.ts";

type Job = inferRouterOutputs<AppRouter>["job"]["list"]["rows"][number];

const TONE: Record<Job["state"], Tone> = {
  waiting: "bot",
  running: "bot",
  done: "human",
  stopped: "neutral",
  failed: "danger",
};

type Props = {
  job: Job;
  /** Somebody came here to see it. */
  isOpen: boolean;
};

/** One job: who wanted it and why, how far it came, what stayed as it was; it can be stopped, or taken back. */
export function JobRow({ job, isOpen }: Props) {
  const t = useTranslations("deliveries.jobs");
  const words = useWords();
  const shortTime = useShortTime();
  const { id, kind, state, reason, actorName, total, done, refused, tries, nextAt, problem, createdAt, finishedAt } =
    job;
  const handled = done + refused;
  // Letters may come back or go by other hands meanwhile.
  const share = state === "done" ? 1 : Math.min(1, handled / Math.max(1, total));
  const isRunning = state === "waiting" || state === "running";
  const isRetrying = isRunning && tries > 0;
  return (
    <li
      data-job={state}
      className={cn("rounded-lg border border-line bg-surface p-4", isOpen && "border-accent")}
      aria-label={words("jobKinds", kind)}
    >
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-52">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-semibold">{words("jobKinds", kind)}</span>
            <StatusBadge tone={isRetrying ? "warning" : TONE[state]}>
              {t(`states.${isRetrying ? "retrying" : state}`)}
            </StatusBadge>
          </p>
          <p className="wrap-anywhere">{reason}</p>
          <p className="text-sm text-ink-muted">
            {inOneLine([
              t("by", { name: actorName, time: shortTime(createdAt) }),
              finishedAt !== null && t("finished", { time: shortTime(finishedAt) }),
            ])}
          </p>
        </div>
        <JobActs job={job} />
      </div>
      <div
        role="progressbar"
        aria-label={words("jobKinds", kind)}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={Math.min(total, handled)}
        className="mt-3 h-2 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className={cn("h-full rounded-full transition-[width]", state === "failed" ? "bg-danger-solid" : "bg-accent")}
          style={{ width: `${share * 100}%` }}
        />
      </div>
      <p className="mt-1.5 text-sm text-ink-muted tabular-nums">
        {inOneLine([
          t("progress", { done, total }),
          isRunning && nextAt !== null && t(isRetrying ? "triesAgainAt" : "nextAt", { time: shortTime(nextAt) }),
        ])}
      </p>
      {problem !== null && (
        <FaultNote
          className={cn("mt-1.5 wrap-anywhere", isRetrying ? "text-ink-muted" : "text-danger")}
          text={problem}
          isRetried={isRetrying}
        />
      )}
      {refused > 0 && <Refusals key={id} job={job} />}
    </li>
  );
}

function JobActs({ job }: { job: Job }) {
  const t = useTranslations("deliveries.jobs");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const tell = useTell();
  const onSettled = () => queryClient.invalidateQueries(trpc.job.pathFilter());
  const stop = useMutation(
    trpc.job.stop.mutationOptions({
      onSuccess: () => tell.said({ title: t("stopped"), text: t("stoppedText") }),
      onError: tell.failed,
      onSettled,
    }),
  );
  const undo = useMutation(
    trpc.job.start.mutationOptions({
      onSuccess: () => tell.said({ title: t("undone") }),
      onError: tell.failed,
      onSettled,
    }),
  );
  if (job.state === "waiting" || job.state === "running") {
    return (
      <Button isBusy={stop.isPending} onClick={() => stop.mutate({ id: job.id })}>
        {t("stop")}
      </Button>
    );
  }
  if (!job.canUndo) return null;
  return (
    <Button
      isBusy={undo.isPending}
      disabled={undo.isSuccess}
      onClick={() => undo.mutate({ kind: "deadLetter.restore", ofJobId: job.id, reason: t("undoReason") })}
    >
      {t("undo")}
    </Button>
  );
}

function Refusals({ job }: { job: Job }) {
  const t = useTranslations("deliveries.jobs");
  const words = useWords();
  const { refusals, refused } = job;
  return (
    <details className="group mt-2">
      <summary className="flex w-fit cursor-pointer list-none items-center gap-1.5 text-accent [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        {t("refused", { count: refused })}
      </summary>
      {refusals.length < refused && (
        <p className="mt-1 text-sm text-ink-muted">{t("refusedShown", { count: refusals.length })}</p>
      )}
      <ul className="mt-1 max-h-60 overflow-y-auto">
        {refusals.map(({ id, reason }) => (
          <li key={id} className="flex flex-wrap gap-x-2 py-0.5">
            <Link
              to="/deliveries/letters/$id"
              params={{ id }}
              search={{ state: "dead" }}
              className="font-mono text-sm text-accent underline underline-offset-2 wrap-anywhere"
            >
              {id}
            </Link>
            <span className="text-ink-muted">{words("refusals", reason)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
