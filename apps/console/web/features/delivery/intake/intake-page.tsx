import { cn, EmptyState } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { Inbox } from "lucide-react";
import { useTranslations } from "use-intl";

import { useNow } from "../../../components/use-now.ts";
import { useShortTime } from "../../../components/use-short-time.ts";
import { useTRPC } from "../../../trpc.ts";
import { DeliveryPage } from "../delivery-page.tsx";
import { REFRESH_MS } from "../refresh-ms.ts";
import { INTAKE_HOURS } from "../search.ts";
import { GatewayList } from "./gateway-list.tsx";
import { IntakeTable } from "./intake-table.tsx";
import { OutageList } from "./outage-list.tsx";
import { sumUp } from "./sum-up.ts";

/** The worker counts every minute: after so long it seems to be away, in milliseconds. */
const COUNTED_LONG_MS = 5 * 60_000;

/** What came in by the hour and by portal, what became of it, and the times in which nothing could come. */
export function IntakePage() {
  const t = useTranslations("deliveries.intake");
  const tRoom = useTranslations("deliveries");
  const shortTime = useShortTime();
  const now = useNow();
  const { portal, hours } = useSearch({ from: "/_app/deliveries/intake" });
  const trpc = useTRPC();
  const asked = { hours: HOURS[hours] };
  const query = useQuery(
    trpc.delivery.intake.queryOptions({ ...asked, portalId: portal ?? null }, { refetchInterval: REFRESH_MS }),
  );
  const { data: portals = [] } = useQuery(trpc.portal.list.queryOptions());
  const rows = query.data ?? [];
  const { byHour, byPortal, total, countedAt } = sumUp(rows);
  const isLong = countedAt !== null && now - Date.parse(countedAt) > COUNTED_LONG_MS;
  const nameOf = (id: string) => portals.find((one) => one.id === id)?.domain ?? id;
  return (
    <DeliveryPage
      title={t("title")}
      tabTitle={t("title")}
      text={t("text")}
      isPending={query.isPending}
      error={query.data === undefined ? query.error : null}
      onRetry={() => void query.refetch()}
      aboveContent={
        <nav aria-label={t("period")} className="flex flex-wrap gap-1.5">
          {INTAKE_HOURS.map((one) => (
            <Link
              key={one}
              to="/deliveries/intake"
              search={{ portal, hours: one }}
              aria-current={one === hours ? "page" : undefined}
              className={cn(
                "flex h-8 items-center rounded-full border border-line px-3 text-ink-muted hover:bg-sunken",
                one === hours && "border-transparent bg-accent-tint font-medium text-ink hover:bg-accent-tint",
              )}
            >
              {t(`hours.${one}`)}
            </Link>
          ))}
        </nav>
      }
    >
      {rows.length === 0 ? (
        <EmptyState icon={<Inbox />} title={t("empty.title")} text={t("empty.text")} />
      ) : (
        <>
          {countedAt !== null && (
            <p className={cn("text-sm text-ink-muted", isLong && "text-warning")}>
              {t(isLong ? "countedLong" : "countedAt", { time: shortTime(countedAt) })}
            </p>
          )}
          {byPortal.length > 1 && (
            <IntakeTable
              title={t("byPortal")}
              firstColumn={tRoom("portal")}
              rows={byPortal.map(({ key, figures }) => ({
                key,
                name: nameOf(key),
                link: { portal: key, hours },
                figures,
              }))}
              total={total}
            />
          )}
          <IntakeTable
            title={t("byHour")}
            firstColumn={t("hour")}
            rows={byHour.map(({ key, figures }) => ({ key, name: shortTime(key), link: null, figures }))}
            total={byPortal.length > 1 ? null : total}
          />
        </>
      )}
      <OutageList hours={asked.hours} />
      <GatewayList hours={asked.hours} />
    </DeliveryPage>
  );
}

const HOURS = { "24": 24, "72": 72, "168": 168 } as const;
