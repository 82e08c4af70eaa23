import { Skeleton } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useFormatter, useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { FailedState } from "../../../components/failed-state.tsx";
import { FaultNote } from "../../../components/fault/fault-note.tsx";
import { useShortTime } from "../../../components/use-short-time.ts";
import { useTRPC } from "../../../trpc.ts";
import { inOneLine } from "../../notification/in-one-line.ts";
import { EffectName } from "../effect-name.tsx";
import { REFRESH_MS } from "../refresh-ms.ts";
import { useAge } from "./use-age.ts";

type Heads = inferRouterOutputs<AppRouter>["delivery"]["heads"];
type Head = Heads["rows"][number];

/** More stand behind one than are counted. */
const MOST_BEHIND = 100;

/** Stands until somebody sees to the portal, or until it is known whether it arrived; or says itself when it is tried again. */
const NO_WORD_OF_RETRY: ReadonlySet<Head["reason"]["code"]> = new Set(["reauth", "pending", "in_doubt", "tried_again"]);

/** What leaves next in each dialog, the oldest first, and why it has not yet. */
export function HeadList({ portalId }: { portalId: string }) {
  const t = useTranslations("deliveries.queue");
  const tRoom = useTranslations("deliveries");
  const format = useFormatter();
  const { data, error, refetch } = useQuery(
    useTRPC().delivery.heads.queryOptions({ portalId }, { refetchInterval: REFRESH_MS }),
  );
  if (error !== null && data === undefined) {
    return <FailedState className="mt-3" title={tRoom("failed")} error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) return <Skeleton className="mt-3 h-24" />;
  const { rows, lanes, isCut } = data;
  const isWhole = rows.length === lanes && !isCut;
  const ofLanes = isCut ? t("lanesCut", { count: lanes }) : format.number(lanes);
  return (
    <div className="mt-3">
      <p className="text-sm text-ink-muted">
        {isWhole ? t("shown", { count: lanes }) : t("shownOf", { count: rows.length, lanes: ofLanes })}
      </p>
      <ol className="mt-1 divide-y divide-line">
        {rows.map((head) => (
          <HeadRow key={head.id} head={head} />
        ))}
      </ol>
    </div>
  );
}

function HeadRow({ head }: { head: Head }) {
  const t = useTranslations("deliveries.queue");
  const ageOf = useAge();
  const shortTime = useShortTime();
  const { reason, attempts, behind, lastError, botName, createdAt } = head;
  const time = "at" in reason ? shortTime(reason.at) : "";
  return (
    <li data-head={reason.code} className="gap-x-4 py-2 sm:grid sm:grid-cols-[16rem_minmax(0,1fr)]">
      <EffectName effect={head} className="sm:row-span-3 sm:flex-col" />
      <p className="text-ink">{t(`reasons.${reason.code}`, { time })}</p>
      <p className="text-sm text-ink-muted">
        {inOneLine([
          ageOf(createdAt),
          attempts > 0 && t("attempts", { count: attempts }),
          behind > 0 && t(behind >= MOST_BEHIND ? "behindCut" : "behind", { count: behind }),
          botName,
        ])}
      </p>
      {lastError !== null && (
        <FaultNote
          className="text-sm wrap-anywhere text-ink-muted"
          text={lastError}
          isRetried={!NO_WORD_OF_RETRY.has(reason.code)}
        />
      )}
    </li>
  );
}
