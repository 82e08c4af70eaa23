import { cn, EmptyState, Select, ToastProvider } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation, useNavigate, useSearch } from "@tanstack/react-router";
import { Lock } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useTranslations } from "use-intl";

import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { useCurrentInSight } from "../../components/use-current-in-sight.ts";
import { useTitle } from "../../components/use-title.ts";
import { useTRPC } from "../../trpc.ts";
import { useRole } from "../notification/use-role.ts";

const TABS = [
  { to: "/deliveries", name: "queue" },
  { to: "/deliveries/in-doubt", name: "doubts" },
  { to: "/deliveries/letters", name: "letters" },
  { to: "/deliveries/intake", name: "intake" },
  { to: "/deliveries/jobs", name: "jobs" },
] as const;

/** What is around each page of the room: whose deliveries they are, and the way to its other pages. */
export function DeliveryRoom() {
  const t = useTranslations("deliveries");
  const tApp = useTranslations("app");
  const { isKnown, isLead } = useRole();
  return (
    <ToastProvider closeLabel={tApp("close")}>
      <div className="flex h-full flex-col">
        <header className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 pt-2.5">
          <div className={cn("flex min-w-0 basis-full items-center gap-3", !isLead && "pb-2.5")}>
            <h1 className="text-lg font-semibold">{t("title")}</h1>
            {isLead && <PortalFilter />}
          </div>
          {isLead && <Tabs />}
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto">{contentOf()}</div>
      </div>
    </ToastProvider>
  );

  function contentOf(): ReactNode {
    if (!isKnown) return <PageSkeleton />;
    return isLead ? <Outlet /> : <NoRight />;
  }
}

function NoRight() {
  const t = useTranslations("deliveries");
  useTitle(t("title"));
  return <EmptyState icon={<Lock />} title={t("noRight.title")} text={t("noRight.text")} />;
}

function PortalFilter() {
  const t = useTranslations("deliveries");
  const navigate = useNavigate();
  const { portal } = useSearch({ from: "/_app/deliveries" });
  const { data: portals = [] } = useQuery(useTRPC().portal.list.queryOptions());
  if (portals.length < 2) return <p className="truncate text-ink-muted">{portals[0]?.domain}</p>;
  return (
    <Select
      label={t("portal")}
      value={portal ?? ""}
      options={[
        { value: "", label: t("anyPortal") },
        ...portals.map(({ id, domain }) => ({ value: id, label: domain })),
      ]}
      onChange={(id) =>
        void navigate({ to: ".", search: (before) => ({ ...before, portal: id === "" ? undefined : id }) })
      }
      className="w-auto max-w-56"
    />
  );
}

function Tabs() {
  const t = useTranslations("deliveries");
  const pathname = useLocation({ select: (location) => location.pathname.replace(/\/$/, "") });
  const { portal } = useSearch({ from: "/_app/deliveries" });
  const tabs = useRef<HTMLElement>(null);
  useCurrentInSight(tabs, pathname);
  return (
    <nav
      ref={tabs}
      aria-label={t("title")}
      className="-mx-4 -mb-px flex max-w-[calc(100%+2rem)] gap-4 overflow-x-auto px-4 [scrollbar-width:none]"
    >
      {TABS.map(({ to, name }) => {
        const isCurrent = to === "/deliveries" ? pathname === to : pathname.startsWith(to);
        return (
          <Link
            key={to}
            to={to}
            search={{ portal }}
            // The queue's address begins those of all the others.
            activeOptions={{ exact: to === "/deliveries", includeSearch: false }}
            className={cn(
              "border-b-2 py-2 font-medium whitespace-nowrap",
              isCurrent ? "border-accent text-ink" : "border-transparent text-ink-muted hover:text-ink",
            )}
          >
            {t(`tabs.${name}`)}
          </Link>
        );
      })}
    </nav>
  );
}
