import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useCallback, useState } from "react";
import { useTranslations } from "use-intl";

import { useKeys } from "../../components/use-keys.ts";
import { LiveProvider } from "../../live/live-provider.tsx";
import { QUEUES } from "../conversation/search.ts";
import { usePaletteKey } from "./palette/use-palette-key.ts";
import { MobileBar } from "./mobile-bar.tsx";
import { isSigningOut } from "../session/sign-out.ts";
import { SideBar } from "./side-bar.tsx";

const ShortcutSheet = lazy(() => import("./shortcut-sheet.tsx").then((module) => ({ default: module.ShortcutSheet })));
const Palette = lazy(() => import("./palette/palette.tsx").then((module) => ({ default: module.Palette })));

/** What stands around every page: the queues, the state of things, and who is here. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslations("app");
  const router = useRouter();
  const navigate = useNavigate();
  const { portal, id } = useSearch({ strict: false });
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const [isPaletteOpen, setIsPaletteOpen] = useState(false);
  const leave = useCallback(() => {
    // Two loads of one page would empty what is typed between them; and whoever comes next is not led to where this one was.
    if (isSigningOut()) return;
    const next = router.state.location.href;
    // A whole page load: nothing of the last person's data stays in memory.
    window.location.assign(`/login?next=${encodeURIComponent(next)}`);
  }, [router]);

  const toQueue = QUEUES.map((queue, index) => [
    `Digit${index + 1}`,
    () => void navigate({ to: "/conversations", search: { queue, portal } }),
  ]);
  useKeys({ ...Object.fromEntries(toQueue), "?": () => setIsSheetOpen(true) });

  const openSheet = () => setIsSheetOpen(true);
  const openPalette = () => setIsPaletteOpen(true);
  usePaletteKey(openPalette);
  return (
    <LiveProvider onSignedOut={leave}>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-30 focus:rounded-md focus:bg-surface focus:px-3 focus:py-2"
      >
        {t("skip")}
      </a>
      <div className="flex h-dvh">
        <SideBar onShowShortcuts={openSheet} onOpenPalette={openPalette} />
        <div className="flex min-w-0 flex-1 flex-col">
          {id === undefined && <MobileBar onShowShortcuts={openSheet} onOpenPalette={openPalette} />}
          <main id="content" tabIndex={-1} className="min-h-0 flex-1 outline-none">
            {children}
          </main>
        </div>
      </div>
      {isPaletteOpen && (
        <Suspense>
          <Palette isOpen onOpenChange={setIsPaletteOpen} onShowShortcuts={openSheet} />
        </Suspense>
      )}
      {isSheetOpen && (
        <Suspense>
          <ShortcutSheet isOpen onOpenChange={setIsSheetOpen} />
        </Suspense>
      )}
    </LiveProvider>
  );
}
