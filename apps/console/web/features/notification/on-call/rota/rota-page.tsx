import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../../trpc.ts";
import { OnePage } from "../../one-page.tsx";
import { usePortalId } from "../../use-portal-id.ts";
import { RotaForm } from "./rota-form.tsx";

/** One rota, to be read and changed; `rotaId` is null for a new one. */
export function RotaPage({ rotaId }: { rotaId: string | null }) {
  const t = useTranslations("notifications.onCall.form");
  const portalId = usePortalId();
  // What is being written stays while the page looks again; only a conflict shows what somebody else made of it.
  const [version, setVersion] = useState(0);
  const { data: rotas, error, refetch } = useQuery(useTRPC().rota.list.queryOptions({ portalId }));
  const known = rotas?.find(({ id }) => id === rotaId);
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
      <RotaForm
        key={version}
        portalId={portalId}
        saved={known ?? null}
        onConflict={() => setVersion((before) => before + 1)}
      />
    </OnePage>
  );
}
