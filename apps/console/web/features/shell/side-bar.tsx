import { lazy, Suspense } from "react";

import { Brand } from "../../components/brand.tsx";
import { OwnMenus } from "./own-menus.tsx";
import { PaletteButton } from "./palette/palette-button.tsx";
import { PortalChoice } from "./portal-choice.tsx";
import { QueueLinks } from "./queue-links.tsx";

// Leads alone see it, and nobody waits for it.
const SystemStatus = lazy(() => import("./system-status.tsx").then((module) => ({ default: module.SystemStatus })));

type Props = { onShowShortcuts: () => void; onOpenPalette: () => void };

export function SideBar({ onShowShortcuts, onOpenPalette }: Props) {
  return (
    <header className="flex w-56 shrink-0 flex-col border-r border-line px-3 pt-3 pb-2 max-md:hidden">
      <div className="flex flex-col gap-2 px-1.5 pb-3">
        <Brand />
        <PortalChoice />
      </div>
      <PaletteButton onOpen={onOpenPalette} />
      <div className="mt-3 min-h-0 flex-1 overflow-y-auto">
        <QueueLinks direction="column" />
      </div>
      <div className="flex flex-col gap-2 pt-2">
        <Suspense>
          <SystemStatus />
        </Suspense>
        <div className="flex h-9 items-center gap-0.5">
          <OwnMenus onShowShortcuts={onShowShortcuts} />
        </div>
      </div>
    </header>
  );
}
