import { cn, EmptyState, Select, ToastProvider } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation, useNavigate, useSearch } from "@tanstack/react-router";
import { PlugZap } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useTranslations } from "use-intl";

import { FailedState } from "../../components/failed-state.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { useCurrentInSight } from "../../components/use-current-in-sight.ts";
import { useTRPC } from "../../trpc.ts";
import { usePortalId } from "./use-portal-id.ts";
import { useRole } from "./use-role.ts";

const TABS = [
  { to: "/notifications/rules", name: "rules" },
  { to: "/notifications/log", name: "log" },
  { to: "/notifications/alerts", name: "alerts" },
  { to: "/notifications/silences", name: "silences" },
  { to: "/notifications/sources", name: "sources" },
  { to: "/notifications/on-call", name: "onCall" },
  { to: "/notifications/policies", name: "policies" },
] as const;

/** What is around each page of the room: whose notifications they are, and the way to its other pages. */
export function NotificationRoom() {
  const t = useTranslations("notifications");
  const tApp = useTranslations("app");
  const pathname = useLocation({ select: (location) => location.pathname });
  const { portal } = useSearch({ strict: false });
  const { isLead } = useRole();
  const tabs = useRef<HTMLElement>(null);
  useCurrentInSight(tabs, pathname, isLead);
  const { data: portals, error, refetch } = useQuery(useTRPC().portal.list.queryOptions());
  return (
    <ToastProvider closeLabel={tApp("close")}>
      <div className="flex h-full flex-col">
        <header className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 pt-2.5">
          <div className="flex min-w-0 basis-full items-center gap-3">
            <h1 className="text-lg font-semibold">{t("title")}</h1>
            {portals !== undefined && <PortalName portals={portals} />}
          </div>
          <nav
            ref={tabs}
            aria-label={t("title")}
            className="-mx-4 -mb-px flex max-w-[calc(100%+2rem)] gap-4 overflow-x-auto px-4 [scrollbar-width:none]"
          >
            {TABS.filter(({ name }) => isLead || name !== "sources").map(({ to, name }) => (
              <Tab key={to} to={to} portal={portal} isCurrent={pathname.startsWith(to)} text={t(`tabs.${name}`)} />
            ))}
          </nav>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto">{contentOf()}</div>
      </div>
    </ToastProvider>
  );

  function contentOf(): ReactNode {
    if (error !== null && portals === undefined) {
      return <FailedState className="m-4" title={t("failed")} error={error} onRetry={() => void refetch()} />;
    }
    if (portals === undefined) return <PageSkeleton />;
    if (portals.length === 0) {
      return <EmptyState icon={<PlugZap />} title={t("noPortal.title")} text={t("noPortal.text")} />;
    }
    return <Outlet />;
  }
}

function PortalName({ portals }: { portals: { id: string; domain: string }[] }) {
  const t = useTranslations("notifications");
  const navigate = useNavigate();
  const current = usePortalId();
  if (portals.length < 2) return <p className="truncate text-ink-muted">{portals[0]?.domain}</p>;
  return (
    <Select
      label={t("portal")}
      value={current}
      options={portals.map(({ id, domain }) => ({ value: id, label: domain }))}
      // What is open belongs to the other portal.
      onChange={(portal) => void navigate({ to: "/notifications/rules", search: { portal } })}
      className="w-auto max-w-56"
    />
  );
}

type TabProps = { to: (typeof TABS)[number]["to"]; portal: string | undefined; isCurrent: boolean; text: string };

function Tab({ to, portal, isCurrent, text }: TabProps) {
  return (
    <Link
      to={to}
      search={{ portal }}
      aria-current={isCurrent ? "page" : undefined}
      className={cn(
        "border-b-2 py-2 font-medium whitespace-nowrap",
        isCurrent ? "border-accent text-ink" : "border-transparent text-ink-muted hover:text-ink",
      )}
    >
      {text}
    </Link>
  );
}
