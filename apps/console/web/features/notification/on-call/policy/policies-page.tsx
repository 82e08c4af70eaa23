import { buttonLook, EmptyState } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { ChevronsUp, Plus } from "lucide-react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../../trpc.ts";
import { RoomPage } from "../../room-page.tsx";
import { usePortalId } from "../../use-portal-id.ts";
import { useRole } from "../../use-role.ts";
import { PolicyCard } from "./policy-card.tsx";
import { useTargetName } from "./policy-words.ts";

/** The escalation policies of a portal, in words. */
export function PoliciesPage() {
  const t = useTranslations("notifications.policies");
  const trpc = useTRPC();
  const portalId = usePortalId();
  const { portal } = useSearch({ strict: false });
  const { isLead } = useRole();
  const { data, error, refetch } = useQuery(trpc.policy.list.queryOptions({ portalId }));
  const { data: rotas } = useQuery(trpc.rota.list.queryOptions({ portalId }));
  const nameOf = useTargetName({ rotas, people: data?.people ?? {} });
  const add = isLead && (
    <Link
      to="/notifications/policies/$policyId"
      params={{ policyId: "new" }}
      search={{ portal }}
      className={buttonLook({ variant: "primary" })}
    >
      <Plus aria-hidden />
      {t("add")}
    </Link>
  );
  return (
    <RoomPage
      title={t("title")}
      tabTitle={t("title")}
      text={t("text")}
      actions={data !== undefined && data.policies.length > 0 && add}
      isPending={data === undefined}
      error={data === undefined ? error : null}
      onRetry={() => void refetch()}
    >
      {data?.policies.length === 0 && (
        <EmptyState icon={<ChevronsUp />} title={t("empty.title")} text={t("empty.text")} action={add} />
      )}
      {data?.policies.map((known) => (
        <PolicyCard key={known.id} known={known} nameOf={nameOf} />
      ))}
    </RoomPage>
  );
}
