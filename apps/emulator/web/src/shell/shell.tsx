import { cn, Skeleton } from "@botdeck/ui";
import { lazy, Suspense, useEffect } from "react";
import { useTranslations } from "use-intl";
import { useDialogs } from "../dialogs/use-dialogs.ts";
import type { Language } from "../i18n/language.ts";
import { LoadProblem } from "../live/load-problem.tsx";
import { playersOf } from "../people/players-of.ts";
import { usePeople } from "../people/use-people.ts";
import { usePlace } from "../url/use-place.ts";
import { ChatPage } from "./chat-page.tsx";
import { FaultsBanner } from "./faults-banner.tsx";
import { PageLinks } from "./page-links.tsx";
import { StreamBanner } from "./stream-banner.tsx";
import { TopBar } from "./top-bar.tsx";

const PortalPage = lazy(async () => ({ default: (await import("../portal/portal-page.tsx")).PortalPage }));
const FaultsPage = lazy(async () => ({ default: (await import("../faults/faults-page.tsx")).FaultsPage }));
const HelpPage = lazy(async () => ({ default: (await import("../help/help-page.tsx")).HelpPage }));

/** What every page has around it, and the page that the URL names. */
export function Shell({ onChooseLanguage }: { onChooseLanguage: (language: Language) => void }) {
  const t = useTranslations();
  const { place, go } = usePlace();
  const people = usePeople();
  const everybody = people.data ?? [];
  const players = people.data && playersOf(people.data);
  const player = players?.find((person) => person.id === place.as) ?? players?.[0] ?? null;
  const dialogs = useDialogs(player?.id ?? null);
  const isInDialog = place.page === "chat" && dialogs.data?.some((dialog) => dialog.id === place.dialogId);

  // The URL names what is shown, so that it can be kept and sent on.
  useEffect(() => {
    if (player && place.as !== player.id) go({ as: player.id }, "replace");
  }, [player, place.as, go]);

  const onPhoneList = cn(isInDialog && "max-md:hidden");
  return (
    // Positioned, so that what only screen readers see does not make the page itself scroll.
    <div className="relative flex h-dvh flex-col overflow-hidden">
      <TopBar className={onPhoneList} onChooseLanguage={onChooseLanguage} />
      <StreamBanner />
      <FaultsBanner />
      <LoadProblem of={people} title={t("problem.people")} />
      <Suspense fallback={<LoadingPage />}>
        {place.page === "chat" && <ChatPage people={everybody} players={players} player={player} dialogs={dialogs} />}
        {place.page === "portal" && <PortalPage people={everybody} player={player} />}
        {place.page === "faults" && <FaultsPage />}
        {place.page === "help" && <HelpPage people={everybody} />}
      </Suspense>
      <PageLinks className={cn("shrink-0 border-t border-line bg-canvas md:hidden", onPhoneList)} isBar />
    </div>
  );
}

function LoadingPage() {
  return (
    <main aria-hidden className="flex min-h-0 flex-1 flex-col gap-3 p-6">
      <Skeleton className="h-8 w-64" />
      <Skeleton className="h-40 w-full" />
    </main>
  );
}
