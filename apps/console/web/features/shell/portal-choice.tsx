import { SelectButton } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

import { OnDemand } from "../../components/on-demand.tsx";
import { useTRPC } from "../../trpc.ts";

const loadSelect = async () => (await import("./portal-select.tsx")).PortalSelect;

/** Names the portal; with several, chooses among them. */
export function PortalChoice() {
  const t = useTranslations("shell");
  const { portal } = useSearch({ strict: false });
  const { data: portals = [] } = useQuery(useTRPC().portal.list.queryOptions());
  const [only] = portals;
  if (only === undefined) return null;
  if (portals.length === 1) return <p className="truncate text-sm text-ink-muted max-md:pb-1">{only.domain}</p>;
  const chosen = portals.find(({ id }) => id === portal);
  return (
    <OnDemand
      kind="listbox"
      load={loadSelect}
      button={<SelectButton aria-label={t("portal")}>{chosen?.domain ?? t("allPortals")}</SelectButton>}
    >
      {(PortalSelect, trigger) => <PortalSelect trigger={trigger} portals={portals} />}
    </OnDemand>
  );
}
