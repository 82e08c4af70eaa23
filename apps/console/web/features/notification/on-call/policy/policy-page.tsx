import { buttonLook, EmptyState } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { SearchX } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../../trpc.ts";
import { BackTitle } from "../../back-title.tsx";
import { RoomPage } from "../../room-page.tsx";
import { usePortalId } from "../../use-portal-id.ts";
import { PolicyForm } from "./policy-form.tsx";

/** One policy, to be read and changed; `policyId` is null for a new one. */
export function PolicyPage({ policyId }: { policyId: string | null }) {
  const t = useTranslations("notifications.policies.form");
  const trpc = useTRPC();
  const portalId = usePortalId();
  const { portal } = useSearch({ strict: false });
  // What is being written stays while the page looks again; only a conflict shows what somebody else made of it.
  const [version, setVersion] = useState(0);
  const list = useQuery(trpc.policy.list.queryOptions({ portalId }));
  const rotas = useQuery(trpc.rota.list.queryOptions({ portalId }));
  const isThere = list.data !== undefined && rotas.data !== undefined;
  const known = list.data?.policies.find(({ id }) => id === policyId);
  const isMissing = list.data !== undefined && policyId !== null && known === undefined;
  const title = known === undefined ? t("new") : known.name;
  return (
    <RoomPage
      title={
        <BackTitle to="/notifications/policies" label={t("back")}>
          {title}
        </BackTitle>
      }
      tabTitle={title}
      isPending={!isThere}
      error={isThere ? null : (list.error ?? rotas.error)}
      onRetry={() => {
        void list.refetch();
        void rotas.refetch();
      }}
    >
      {isMissing ? (
        <EmptyState
          icon={<SearchX />}
          title={t("missing.title")}
          text={t("missing.text")}
          action={
            <Link to="/notifications/policies" search={{ portal }} className={buttonLook()}>
              {t("missing.action")}
            </Link>
          }
        />
      ) : (
        <PolicyForm
          key={version}
          portalId={portalId}
          saved={known ?? null}
          rotas={rotas.data ?? []}
          onConflict={() => setVersion((before) => before + 1)}
        />
      )}
    </RoomPage>
  );
}
