import { EmptyState } from "@botdeck/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { ShieldCheck } from "lucide-react";
import { useTranslations } from "use-intl";

import { MoreButton } from "../../../components/more-button.tsx";
import { useLiveTopic } from "../../../live/live-context.ts";
import { useTRPC } from "../../../trpc.ts";
import { DeliveryPage } from "../delivery-page.tsx";
import { REFRESH_MS } from "../refresh-ms.ts";
import { DoubtRow } from "./doubt-row.tsx";

/** What left and may have arrived or not, each with what will happen to it. */
export function DoubtsPage() {
  const t = useTranslations("deliveries");
  const { portal } = useSearch({ from: "/_app/deliveries" });
  const query = useInfiniteQuery(
    useTRPC().delivery.doubts.infiniteQueryOptions(
      { portalId: portal ?? null },
      { getNextPageParam: (page) => page.nextCursor, refetchInterval: REFRESH_MS },
    ),
  );
  useLiveTopic("deliveries", () => void query.refetch());
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <DeliveryPage
      title={t("doubts.title")}
      tabTitle={t("doubts.title")}
      text={t("doubts.text")}
      isPending={query.isPending}
      error={query.data === undefined ? query.error : null}
      onRetry={() => void query.refetch()}
    >
      {rows.length === 0 ? (
        <EmptyState icon={<ShieldCheck />} title={t("doubts.empty.title")} text={t("doubts.empty.text")} />
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {rows.map((row) => (
            <DoubtRow key={row.id} doubt={row} />
          ))}
        </ul>
      )}
      <MoreButton query={query} label={t("more")} />
    </DeliveryPage>
  );
}
