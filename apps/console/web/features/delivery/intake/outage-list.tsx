import { Skeleton, StatusBadge, type Tone } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { FailedState } from "../../../components/failed-state.tsx";
import { useShortTime } from "../../../components/use-short-time.ts";
import { useTRPC } from "../../../trpc.ts";
import { inOneLine } from "../../notification/in-one-line.ts";
import { REFRESH_MS } from "../refresh-ms.ts";

type Outage = inferRouterOutputs<AppRouter>["delivery"]["outages"][number];

const TONE: Record<Outage["state"], Tone> = { open: "danger", recovering: "warning", closed: "human" };

/** Times in which events may have been missed, and what was found of them afterwards. */
export function OutageList({ hours }: { hours: 24 | 72 | 168 }) {
  const t = useTranslations("deliveries.intake");
  const tRoom = useTranslations("deliveries");
  const { data, error, refetch } = useQuery(
    useTRPC().delivery.outages.queryOptions({ hours }, { refetchInterval: REFRESH_MS }),
  );
  return (
    <section aria-labelledby="intake-outages">
      <h3 id="intake-outages" className="font-semibold">
        {t("outages")}
      </h3>
      {error !== null && data === undefined && (
        <FailedState className="mt-2" title={tRoom("failed")} error={error} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <Skeleton className="mt-2 h-12" />}
      {data?.length === 0 && <p className="mt-1 text-ink-muted">{t("noOutage")}</p>}
      {data !== undefined && data.length > 0 && (
        <ul className="mt-2 divide-y divide-line rounded-lg border border-line bg-surface">
          {data.map((outage) => (
            <OutageRow key={outage.id} outage={outage} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OutageRow({ outage }: { outage: Outage }) {
  const t = useTranslations("deliveries.intake");
  const shortTime = useShortTime();
  const { kind, state, beganAt, endedAt, takenIn, refused, recovered, looked, places, unseen, told } = outage;
  const from = shortTime(beganAt);
  return (
    <li data-outage={kind} className="px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{t(`outageKinds.${kind}`)}</span>
        <StatusBadge tone={TONE[state]}>{t(`outageStates.${state}`)}</StatusBadge>
        <span className="text-sm text-ink-muted">
          {endedAt === null ? t("outageSince", { from }) : t("outageSpan", { from, to: shortTime(endedAt) })}
        </span>
      </p>
      <p className="mt-0.5">
        {inOneLine([
          t("takenIn", { count: takenIn }),
          t("recoveredCount", { count: recovered }),
          refused > 0 && t("refused", { count: refused }),
          places > 0 && t("places", { looked, places }),
          unseen > 0 && t("unseen", { count: unseen }),
        ])}
      </p>
      {told.length > 0 && (
        <ul className="mt-1.5 max-h-48 overflow-y-auto text-sm text-ink-muted">
          {told.map((one) => (
            <li key={one.where} className="wrap-anywhere">
              {one.where}: {textOf(one)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );

  function textOf({ found, past, problem, limit, isPending }: Outage["told"][number]): string {
    if (limit !== null) return t("firstWords");
    if (problem !== null) return isPending ? t("triedAgain", { problem }) : problem;
    return past > 0 ? t("foundPast", { count: found, past }) : t("found", { count: found });
  }
}
