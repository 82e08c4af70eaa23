import { Select, ToastProvider } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { Outlet, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../trpc.ts";

/** What is around each page of the room. */
export function WorkflowRoom() {
  const t = useTranslations("workflows");
  const tApp = useTranslations("app");
  return (
    <ToastProvider closeLabel={tApp("close")}>
      <div className="flex h-full flex-col">
        <header className="flex shrink-0 items-center gap-3 border-b border-line px-4 py-2.5">
          <h1 className="text-lg font-semibold">{t("title")}</h1>
          <PortalFilter />
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto">
          <Outlet />
        </div>
      </div>
    </ToastProvider>
  );
}

function PortalFilter() {
  const t = useTranslations("workflows");
  const navigate = useNavigate();
  const search = useSearch({ from: "/_app/workflows" });
  const { data: portals = [] } = useQuery(useTRPC().portal.list.queryOptions());
  if (portals.length < 2) return <p className="truncate text-ink-muted">{portals[0]?.domain}</p>;
  return (
    <Select
      label={t("portal")}
      value={search.portal ?? ""}
      options={[
        { value: "", label: t("anyPortal") },
        ...portals.map(({ id, domain }) => ({ value: id, label: domain })),
      ]}
      onChange={(id) => void navigate({ to: "/workflows", search: { ...search, portal: id === "" ? undefined : id } })}
      className="w-auto max-w-56"
    />
  );
}
