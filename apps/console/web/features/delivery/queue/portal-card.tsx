import { Card, StatusBadge, type Tone } from "@botdeck/ui";
import type { inferRouterOutputs } from "@trpc/server";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { FaultNote } from "../../../components/fault/fault-note.tsx";
import { useShortTime } from "../../../components/use-short-time.ts";
import { BudgetGauge } from "./budget-gauge.tsx";
import { HeadList } from "./head-list.tsx";
import { WaitingLanes } from "./waiting-lanes.tsx";

export type PortalQueue = inferRouterOutputs<AppRouter>["delivery"]["queues"]["rows"][number];

const TONE: Record<PortalQueue["state"], Tone> = {
  active: "human",
  pending: "warning",
  reauth: "danger",
  removed: "neutral",
};

type Props = {
  portal: PortalQueue;
  /** When these figures came, by this machine's clock. */
  countedAt: number;
};

/** One portal: whether it works, how much of its budget is used, what waits in which lane, and what stands first. */
export function PortalCard({ portal, countedAt }: Props) {
  const t = useTranslations("deliveries.queue");
  const shortTime = useShortTime();
  const { domain, state, stateReason, waiting, isCut, lastError, pauses } = portal;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Card data-portal-queue={domain} aria-label={domain} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="min-w-0 text-lg font-semibold wrap-anywhere">{domain}</h3>
        {state === "active" && lastError !== null ? (
          <StatusBadge tone="warning">{t("states.failing")}</StatusBadge>
        ) : (
          <StatusBadge tone={TONE[state]}>{t(`states.${state}`)}</StatusBadge>
        )}
        {stateReason !== null && state !== "active" && (
          <FaultNote className="basis-full text-sm wrap-anywhere text-ink-muted" text={stateReason} />
        )}
        {lastError !== null && (
          <FaultNote className="basis-full text-sm wrap-anywhere text-ink-muted" text={lastError} />
        )}
      </div>
      <BudgetGauge budget={portal.budget} countedAt={countedAt} />
      {pauses.length > 0 && (
        <div className="rounded-md bg-warning-tint px-3 py-2 text-sm text-warning">
          <p className="font-medium">{t("paused")}</p>
          <ul className="mt-0.5">
            {pauses.map(({ method, opensAt }) => (
              <li key={method} className="wrap-anywhere">
                {t("opensAt", { method, time: shortTime(opensAt) })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {waiting.length === 0 ? (
        <p className="text-ink-muted">{t("calm")}</p>
      ) : (
        <>
          <WaitingLanes portal={portal} />
          {isCut && <p className="text-sm text-ink-muted">{t("isCut", { count: totalOf(portal) })}</p>}
          <details open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)} className="group">
            <summary className="flex w-fit cursor-pointer list-none items-center gap-1.5 font-medium text-accent [&::-webkit-details-marker]:hidden">
              <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
              {t("show")}
            </summary>
            {isOpen && <HeadList portalId={portal.id} />}
          </details>
        </>
      )}
    </Card>
  );
}

const totalOf = ({ waiting }: PortalQueue) => waiting.reduce((sum, { count, doubts }) => sum + count + doubts, 0) - 1;
