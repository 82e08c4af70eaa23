import { cn, EmptyState, ToastProvider } from "@botdeck/ui";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { Lock } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";

import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { useCurrentInSight } from "../../components/use-current-in-sight.ts";
import { useRole } from "./use-role.ts";

const OWN = { to: "/access", name: "profile" } as const;
const TABS = [
  OWN,
  { to: "/access/people", name: "people" },
  { to: "/access/sessions", name: "sessions" },
  { to: "/access/audit", name: "audit" },
  { to: "/access/erase", name: "erase" },
] as const;

/** What is around each page of the room: everybody's own log-in, and what administrators decide. */
export function AccessRoom() {
  const t = useTranslations("access");
  const tApp = useTranslations("app");
  const pathname = useLocation({ select: (location) => location.pathname.replace(/\/$/, "") });
  const role = useRole();
  const tabs = useRef<HTMLElement>(null);
  useCurrentInSight(tabs, pathname, role ?? undefined);
  return (
    <ToastProvider closeLabel={tApp("close")}>
      <div className="flex h-full flex-col">
        <header className="flex shrink-0 flex-col gap-1 border-b border-line px-4 pt-2.5">
          <h1 className="text-lg font-semibold">{t("title")}</h1>
          <nav
            ref={tabs}
            aria-label={t("title")}
            className="-mx-4 -mb-px flex gap-4 overflow-x-auto px-4 [scrollbar-width:none]"
          >
            {TABS.filter((tab) => role === "admin" || tab === OWN).map(({ to, name }) => (
              <Link
                key={to}
                to={to}
                // The profile's address begins those of all the others.
                activeOptions={{ exact: true, includeSearch: false }}
                className={cn(
                  "border-b-2 py-2 font-medium whitespace-nowrap",
                  pathname === to ? "border-accent text-ink" : "border-transparent text-ink-muted hover:text-ink",
                )}
              >
                {t(`tabs.${name}`)}
              </Link>
            ))}
          </nav>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto">
          {role === null && <PageSkeleton />}
          {role !== null && (role === "admin" || pathname === OWN.to) && <Outlet />}
          {role !== null && role !== "admin" && pathname !== OWN.to && (
            <EmptyState
              icon={<Lock />}
              title={t("noRight.title")}
              text={t("noRight.text")}
              action={
                <Link to="/access" className="text-accent underline underline-offset-2">
                  {t("tabs.profile")}
                </Link>
              }
            />
          )}
        </div>
      </div>
    </ToastProvider>
  );
}
