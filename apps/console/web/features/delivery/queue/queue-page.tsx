import { buttonLook, EmptyState } from "@botdeck/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { PlugZap } from "lucide-react";
import { useTranslations } from "use-intl";

import { MoreButton } from "../../../components/more-button.tsx";
import { useLiveTopic } from "../../../live/live-context.ts";
import { useTRPC } from "../../../trpc.ts";
import { DeliveryPage } from "../delivery-page.tsx";
import { REFRESH_MS } from "../refresh-ms.ts";
import { PortalCard } from "./portal-card.tsx";

/** What waits and why, portal by portal. */
export function QueuePage() {
  const t = useTranslations("deliveries");
  const { portal } = useSearch({ from: "/_app/deliveries" });
  const query = useInfiniteQuery(
    useTRPC().delivery.queues.infiniteQueryOptions(
      { portalId: portal ?? null },
      { getNextPageParam: (page) => page.nextCursor, refetchInterval: REFRESH_MS },
    ),
  );
  useLiveTopic("deliveries", () => void query.refetch());
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <DeliveryPage
      title={t("queue.title")}
      tabTitle={t("queue.title")}
      text={t("queue.text")}
      isPending={query.isPending}
      error={query.data === undefined ? query.error : null}
      onRetry={() => void query.refetch()}
    >
      {rows.length === 0 && (
        <EmptyState
          icon={<PlugZap />}
          title={t("queue.empty.title")}
          text={t("queue.empty.text")}
          action={
            <Link to="/portals" className={buttonLook()}>
              {t("queue.toPortals")}
            </Link>
          }
        />
      )}
      {rows.map((row) => (
        <PortalCard key={row.id} portal={row} countedAt={query.dataUpdatedAt} />
      ))}
      <MoreButton query={query} label={t("more")} />
    </DeliveryPage>
  );
}
