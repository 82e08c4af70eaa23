import { Select } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../trpc.ts";

/** Names the portal; with several, chooses among them. */
export function PortalChoice() {
  const t = useTranslations("shell");
  const navigate = useNavigate();
  const { queue, portal } = useSearch({ strict: false });
  const { data: portals = [] } = useQuery(useTRPC().portal.list.queryOptions());
  if (portals.length === 0) return null;
  if (portals.length === 1) {
    return <p className="truncate text-sm text-ink-muted max-md:pb-1">{portals[0]?.domain}</p>;
  }
  const options = [
    { value: "", label: t("allPortals") },
    ...portals.map(({ id, domain }) => ({ value: id, label: domain })),
  ];
  return (
    <Select
      label={t("portal")}
      value={portal ?? ""}
      options={options}
      onChange={(value) =>
        void navigate({
          to: "/conversations",
          search: { queue: queue ?? "all", portal: value === "" ? undefined : value },
        })
      }
    />
  );
}
