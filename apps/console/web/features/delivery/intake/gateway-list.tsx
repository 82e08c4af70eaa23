import { Skeleton, StatusBadge, type Tone } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useFormatter, useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { useShortTime } from "../../../components/use-short-time.ts";
import { useTRPC } from "../../../trpc.ts";
import { REFRESH_MS } from "../refresh-ms.ts";

type Gateway = inferRouterOutputs<AppRouter>["delivery"]["gateways"][number];

const TONE: Record<Gateway["state"], Tone> = { up: "human", silent: "danger", stopped: "neutral" };

/** The processes that take events in: whether each is alive, and what it kept, spooled and refused since its start. */
export function GatewayList({ hours }: { hours: 24 | 72 | 168 }) {
  const t = useTranslations("deliveries.intake");
  const { data } = useQuery(useTRPC().delivery.gateways.queryOptions({ hours }, { refetchInterval: REFRESH_MS }));
  return (
    <section aria-labelledby="intake-gateways">
      <h3 id="intake-gateways" className="font-semibold">
        {t("gateways")}
      </h3>
      {data === undefined && <Skeleton className="mt-2 h-12" />}
      {data?.length === 0 && <p className="mt-1 text-ink-muted">{t("noGateway")}</p>}
      {data !== undefined && data.length > 0 && (
        <ul className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {data.map((gateway) => (
            <GatewayCard key={gateway.id} gateway={gateway} />
          ))}
        </ul>
      )}
    </section>
  );
}

function GatewayCard({ gateway }: { gateway: Gateway }) {
  const t = useTranslations("deliveries.intake");
  const format = useFormatter();
  const shortTime = useShortTime();
  const { state, startedAt, beatAt, kept, spooled, spoolRecords, refused } = gateway;
  const [from, to] = [shortTime(startedAt), shortTime(beatAt)];
  const figures = [
    ["kept", kept],
    ["spooled", spooled],
    ["spoolRecords", spoolRecords],
    ["refusedPosts", refused],
  ] as const;
  return (
    <li data-gateway={state} className="rounded-lg border border-line bg-surface p-3">
      <p className="flex flex-wrap items-center gap-2">
        <StatusBadge tone={TONE[state]}>{t(`gatewayStates.${state}`)}</StatusBadge>
        <span className="text-sm text-ink-muted">
          {state === "up" ? t("gatewaySpan", { from }) : t("gatewayLast", { from, to })}
        </span>
      </p>
      <dl className="mt-2 grid grid-cols-2 gap-x-4 gap-y-1">
        {figures.map(([name, count]) => (
          <div key={name} className="flex items-baseline justify-between gap-2">
            <dt className="text-sm text-ink-muted">{t(name)}</dt>
            <dd className="font-medium tabular-nums">{format.number(count)}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
