import { Button, ErrorState, Spinner, useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";

import { useShortTime } from "../../../components/use-short-time.ts";
import { useTRPC } from "../../../trpc.ts";
import type { Run } from "../types.ts";
import { useTellFailure } from "../use-tell-failure.ts";
import { RunChanges } from "./run-changes.tsx";
import { ScoreBars } from "./score-bars.tsx";

/** How far an evaluation is, or what it found, with the way to publish it. */
export function RunResult({ run, isLead }: { run: Run; isLead: boolean }) {
  const t = useTranslations("training.teaching");
  const shortTime = useShortTime();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const fail = useTellFailure();
  const { mutate, isPending } = useMutation(
    trpc.training.publish.mutationOptions({
      onSuccess: ({ version }) => toast.show({ title: t("published", { version }), text: t("publishedText") }),
      onError: fail,
      onSettled: () => queryClient.invalidateQueries(trpc.training.pathFilter()),
    }),
  );
  const { id, state, progress, phrases, before, after, changes, problem, askedByName, createdAt, isCurrent, version } =
    run;
  const asked = t("asked", { name: askedByName, time: shortTime(createdAt), count: phrases });
  return (
    <div data-run={state} className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
      <p className="text-sm wrap-anywhere text-ink-muted">{asked}</p>
      {(state === "requested" || state === "running") && (
        <p role="status" className="flex items-center gap-2">
          <Spinner />
          {t(state)}
        </p>
      )}
      {state === "running" && <RunProgress share={progress} />}
      {state === "failed" && (
        <ErrorState title={t("runFailed")} text={problem === "replaced" ? t("replaced") : problem} />
      )}
      {state === "done" && before !== null && after !== null && (
        <>
          <ScoreBars before={before} after={after} />
          <p className="text-sm text-pretty text-ink-muted">{t("honest", { count: after.phrases })}</p>
          <RunChanges changes={changes} />
          {version !== null && <p className="font-medium">{t("isPublished", { version })}</p>}
          {version === null && !isCurrent && <p className="text-warning">{t("stale")}</p>}
          {version === null && isCurrent && isLead && (
            <Button variant="primary" className="self-start" isBusy={isPending} onClick={() => mutate({ runId: id })}>
              <Upload aria-hidden />
              {t("publish")}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

/** @param share How much of an evaluation is done, from 0 to 1. */
function RunProgress({ share }: { share: number }) {
  const t = useTranslations("training.teaching");
  const format = useFormatter();
  const words = t("progress", { share: format.number(share, { style: "percent" }) });
  return (
    <div
      role="progressbar"
      aria-label={words}
      aria-valuenow={Math.round(share * 100)}
      className="h-2 overflow-hidden rounded-full bg-sunken"
    >
      <div className="h-full rounded-full bg-accent transition-[width]" style={{ width: `${share * 100}%` }} />
    </div>
  );
}
