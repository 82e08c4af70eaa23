import { Button, Skeleton, StatusBadge, useToast } from "@botdeck/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { FailedState } from "../../../components/failed-state.tsx";
import { ReasonDialog } from "../../../components/reason-dialog.tsx";
import { useShortTime } from "../../../components/use-short-time.ts";
import { useTRPC } from "../../../trpc.ts";
import { inOneLine } from "../../notification/in-one-line.ts";
import type { TrainedBot } from "../types.ts";
import { useTellFailure } from "../use-tell-failure.ts";

/** What the bot was taught, version by version, with the way back to each. */
export function VersionList({ bot, isLead }: { bot: TrainedBot; isLead: boolean }) {
  const t = useTranslations("training.versions");
  const shortTime = useShortTime();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const fail = useTellFailure();
  const of = { botCode: bot.code };
  const query = useQuery(trpc.training.versions.queryOptions(of));
  const [chosen, setChosen] = useState<number | null>(null);
  const { mutate, isPending } = useMutation(
    trpc.training.rollBack.mutationOptions({
      onSuccess(_data, { version }) {
        toast.show({ title: t("done", { name: nameOf(version) }) });
        setChosen((now) => (now === version ? null : now));
      },
      onError: fail,
      onSettled: () => queryClient.invalidateQueries(trpc.training.pathFilter()),
    }),
  );
  const versions = query.data ?? [];
  const isOwnLive = query.isSuccess && !versions.some(({ isLive }) => isLive);
  const nameOf = (version: number) => (version === 0 ? t("own") : t("version", { version }));
  const rows = [
    ...versions.map(({ version, isLive, phrases, publishedByName, createdAt }) => ({
      version,
      isLive,
      facts: inOneLine([t("phrases", { count: phrases }), publishedByName, shortTime(createdAt)]),
    })),
    { version: 0, isLive: isOwnLive, facts: t("ownText") },
  ];
  return (
    <section aria-labelledby="training-versions">
      <h2 id="training-versions" className="mb-2 text-lg font-semibold">
        {t("title")}
      </h2>
      {query.isPending && <Skeleton className="h-16" />}
      {query.data === undefined && query.error !== null && (
        <FailedState title={t("failed")} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {rows.map(({ version, isLive, facts }) => (
            <li key={version} data-version={version} className="flex items-start gap-2 px-3 py-2.5">
              <div className="min-w-0 flex-1">
                <p className="font-medium">{nameOf(version)}</p>
                <p className="text-sm wrap-anywhere text-ink-muted">{facts}</p>
              </div>
              {isLive && <StatusBadge tone="human">{t("live")}</StatusBadge>}
              {!isLive && isLead && (
                <Button
                  size="sm"
                  aria-label={t("rollBackTo", { name: nameOf(version) })}
                  onClick={() => setChosen(version)}
                >
                  {t("rollBack")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {chosen !== null && (
        <ReasonDialog
          title={t("rollBackTo", { name: nameOf(chosen) })}
          text={t("rollBackText")}
          labels={{
            reason: t("reason"),
            reasonHint: t("reasonHint"),
            reasonMissing: t("reasonMissing"),
            cancel: t("cancel"),
            submit: t("rollBack"),
          }}
          isBusy={isPending}
          onClose={() => setChosen(null)}
          onSubmit={(reason) => mutate({ ...of, version: chosen, reason })}
        />
      )}
    </section>
  );
}
