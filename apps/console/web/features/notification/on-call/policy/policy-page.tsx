import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../../trpc.ts";
import { OnePage } from "../../one-page.tsx";
import { usePortalId } from "../../use-portal-id.ts";
import { useWrittenOver } from "../../use-written-over.ts";
import { PolicyForm } from "./policy-form.tsx";

/** One policy, to be read and changed; `policyId` is null for a new one. */
export function PolicyPage({ policyId }: { policyId: string | null }) {
  const t = useTranslations("notifications.policies.form");
  const trpc = useTRPC();
  const portalId = usePortalId();
  const list = useQuery(trpc.policy.list.queryOptions({ portalId }));
  const rotas = useQuery(trpc.rota.list.queryOptions({ portalId }));
  const isThere = list.data !== undefined && rotas.data !== undefined;
  const known = list.data?.policies.find(({ id }) => id === policyId);
  const { key, onWritten, onConflict } = useWrittenOver(known?.seen ?? null);
  const isMissing = list.data !== undefined && policyId !== null && known === undefined;
  const title = known === undefined ? t("new") : known.name;
  return (
    <OnePage
      list={{ to: "/notifications/policies", label: t("back") }}
      title={title}
      missing={isMissing ? { title: t("missing.title"), text: t("missing.text"), action: t("missing.action") } : null}
      isPending={!isThere}
      error={isThere ? null : (list.error ?? rotas.error)}
      onRetry={() => {
        void list.refetch();
        void rotas.refetch();
      }}
    >
      <PolicyForm
        key={key}
        portalId={portalId}
        saved={known ?? null}
        rotas={rotas.data ?? []}
        onWritten={onWritten}
        onConflict={onConflict}
      />
    </OnePage>
  );
}
