import { lazy, Suspense } from "react";

import { Brand } from "../../components/brand.tsx";
import { LazyOwnMenus } from "./lazy-own-menus.ts";
import { PortalChoice } from "./portal-choice.tsx";
import { QueueLinks } from "./queue-links.tsx";

// Leads alone see it, and nobody waits for it.
const SystemStatus = lazy(() => import("./system-status.tsx").then((module) => ({ default: module.SystemStatus })));

export function SideBar({ onShowShortcuts }: { onShowShortcuts: () => void }) {
  return (
    <header className="flex w-56 shrink-0 flex-col border-r border-line px-3 pt-3 pb-2 max-md:hidden">
      <div className="flex flex-col gap-2 px-1.5 pb-4">
        <Brand />
        <PortalChoice />
      </div>
      <QueueLinks direction="column" />
      <div className="mt-auto flex flex-col gap-2">
        <Suspense>
          <SystemStatus />
        </Suspense>
        <div className="flex h-9 items-center gap-0.5">
          <Suspense>
            <LazyOwnMenus onShowShortcuts={onShowShortcuts} />
          </Suspense>
        </div>
      </div>
    </header>
  );
}
