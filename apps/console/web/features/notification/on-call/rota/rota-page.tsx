import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../../trpc.ts";
import { OnePage } from "../../one-page.tsx";
import { usePortalId } from "../../use-portal-id.ts";
import { useWrittenOver } from "../../use-written-over.ts";
import { RotaForm } from "./rota-form.tsx";

/** One rota, to be read and changed; `rotaId` is null for a new one. */
export function RotaPage({ rotaId }: { rotaId: string | null }) {
  const t = useTranslations("notifications.onCall.form");
  const portalId = usePortalId();
  const { data: rotas, error, refetch } = useQuery(useTRPC().rota.list.queryOptions({ portalId }));
  const known = rotas?.find(({ id }) => id === rotaId);
  const { key, onWritten, onConflict } = useWrittenOver(known?.seen ?? null);
  const isMissing = rotas !== undefined && rotaId !== null && known === undefined;
  const title = known === undefined ? t("new") : known.name;
  return (
    <OnePage
      isWide
      list={{ to: "/notifications/on-call", label: t("back") }}
      title={title}
      missing={isMissing ? { title: t("missing.title"), text: t("missing.text"), action: t("missing.action") } : null}
      isPending={rotas === undefined}
      error={rotas === undefined ? error : null}
      onRetry={() => void refetch()}
    >
      <RotaForm key={key} portalId={portalId} saved={known ?? null} onWritten={onWritten} onConflict={onConflict} />
    </OnePage>
  );
}
