import { EmptyState } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { CalendarClock } from "lucide-react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { RoomPage } from "../room-page.tsx";
import { usePortalId } from "../use-portal-id.ts";
import { RotaCard } from "./rota-card.tsx";

/** Turns change by themselves; the page looks now and then. */
const REFRESH_MS = 60_000;

/** Who is on call, now and in the next two weeks. */
export function OnCallPage() {
  const t = useTranslations("notifications.onCall");
  const portalId = usePortalId();
  const options = useTRPC().rota.list.queryOptions({ portalId }, { refetchInterval: REFRESH_MS });
  const { data: rotas, error, refetch } = useQuery(options);
  return (
    <RoomPage
      title={t("title")}
      tabTitle={t("title")}
      text={t("text")}
      isPending={rotas === undefined}
      error={rotas === undefined ? error : null}
      onRetry={() => void refetch()}
    >
      {rotas?.length === 0 && <EmptyState icon={<CalendarClock />} title={t("empty.title")} text={t("empty.text")} />}
      {rotas?.map((rota) => (
        <RotaCard key={rota.id} rota={rota} />
      ))}
    </RoomPage>
  );
}
