import { cn } from "@botdeck/ui";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import type { Dialog } from "../api/types.ts";
import { OpenDialog } from "../chat/open-dialog.tsx";
import { DialogList } from "../dialogs/dialog-list.tsx";
import { NoDialogs } from "../dialogs/no-dialogs.tsx";
import { useDialogs } from "../dialogs/use-dialogs.ts";
import type { Language } from "../i18n/language.ts";
import { LoadProblem } from "../live/load-problem.tsx";
import { PeopleRail } from "../people/people-rail.tsx";
import { playersOf } from "../people/players-of.ts";
import { usePeople } from "../people/use-people.ts";
import { usePlace } from "../url/use-place.ts";
import { StreamBanner } from "./stream-banner.tsx";
import { TopBar } from "./top-bar.tsx";
import { useIsWide } from "./use-is-wide.ts";

/** The whole page: who plays, that person's dialogs, and the open one. On a phone the last two take turns. */
export function ChatPage({ onChooseLanguage }: { onChooseLanguage: (language: Language) => void }) {
  const t = useTranslations();
  const { place, go } = usePlace();
  const isWide = useIsWide();
  const people = usePeople();
  const everybody = people.data ?? [];
  const players = people.data && playersOf(people.data);
  const player = players?.find((person) => person.id === place.as) ?? players?.[0] ?? null;
  const dialogs = useDialogs(player?.id ?? null);
  const dialog = dialogs.data?.find((one) => one.id === place.dialogId) ?? null;
  const first = dialogs.data?.[0] ?? null;
  const isLoading = dialogs.data === undefined && dialogs.error === null;
  const isPhoneInChat = dialog !== null || (place.dialogId !== null && isLoading);

  // The URL names what is shown, so that it can be kept and sent on.
  useEffect(() => {
    if (player && place.as !== player.id) go({ as: player.id }, "replace");
  }, [player, place.as, go]);
  useEffect(() => {
    if (isWide && dialog === null && first) go({ dialogId: first.id }, "replace");
  }, [isWide, dialog, first, go]);

  async function showStarted(started: Dialog): Promise<void> {
    await dialogs.reload();
    go({ dialogId: started.id });
  }

  const onPhoneList = cn(isPhoneInChat && "max-md:hidden");
  return (
    <div className="flex h-dvh flex-col">
      <TopBar className={onPhoneList} player={player} people={everybody} onChooseLanguage={onChooseLanguage} />
      <StreamBanner />
      <LoadProblem of={people} title={t("problem.people")} />
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        <PeopleRail className={onPhoneList} players={players} playerId={player?.id ?? null} />
        <main className="flex min-h-0 min-w-0 flex-1">
          <h1 className="sr-only">{t("app.room")}</h1>
          <DialogList
            className={onPhoneList}
            player={player}
            people={everybody}
            dialogs={dialogs}
            openId={dialog?.id ?? null}
            onStarted={showStarted}
          />
          <div className={cn("flex min-h-0 min-w-0 flex-1 flex-col bg-surface", !isPhoneInChat && "max-md:hidden")}>
            {player && dialog && (
              <OpenDialog
                key={`${player.id} ${dialog.id}`}
                player={player}
                people={everybody}
                dialog={dialog}
                onBack={() => go({ dialogId: null })}
              />
            )}
            {player && dialogs.data?.length === 0 && (
              <NoDialogs className="flex-1" player={player} people={everybody} onStarted={showStarted} />
            )}
          </div>
        </main>
      </div>
    </div>
  );
}
