import { cn } from "@botdeck/ui";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import type { Dialog, Person } from "../api/types.ts";
import { OpenDialog } from "../chat/open-dialog.tsx";
import { DialogList } from "../dialogs/dialog-list.tsx";
import { NoDialogs } from "../dialogs/no-dialogs.tsx";
import type { useDialogs } from "../dialogs/use-dialogs.ts";
import { useTyping } from "../live/use-typing.ts";
import { PeopleRail } from "../people/people-rail.tsx";
import { usePlace } from "../url/use-place.ts";
import { useIsWide } from "./use-is-wide.ts";

type Props = {
  people: Person[];
  /** Undefined while they load. */
  players: Person[] | undefined;
  player: Person | null;
  dialogs: ReturnType<typeof useDialogs>;
};

/** Who plays, that person's dialogs, and the open one. On a phone the last two take turns, and on a tablet the people stand across the top. */
export function ChatPage({ people, players, player, dialogs }: Props) {
  const t = useTranslations();
  const { place, go } = usePlace();
  const isWide = useIsWide();
  const typers = useTyping();
  const dialog = dialogs.data?.find((one) => one.id === place.dialogId) ?? null;
  const first = dialogs.data?.[0] ?? null;
  const isPhoneInChat = dialog !== null || (place.dialogId !== null && isLoading(dialogs));

  useEffect(() => {
    if (isWide && dialog === null && first) go({ dialogId: first.id }, "replace");
  }, [isWide, dialog, first, go]);

  async function showStarted(started: Dialog): Promise<void> {
    await dialogs.reload();
    go({ dialogId: started.id });
  }

  const onPhoneList = cn(isPhoneInChat && "max-md:hidden");
  return (
    <div className="flex min-h-0 flex-1 max-lg:flex-col">
      <PeopleRail className={onPhoneList} players={players} playerId={player?.id ?? null} />
      <main className="flex min-h-0 min-w-0 flex-1">
        <h1 className="sr-only">{t("app.room")}</h1>
        <DialogList
          className={onPhoneList}
          player={player}
          people={people}
          dialogs={dialogs}
          typers={typers}
          openId={dialog?.id ?? null}
          onStarted={showStarted}
        />
        <div className={cn("flex min-h-0 min-w-0 flex-1 flex-col bg-surface", !isPhoneInChat && "max-md:hidden")}>
          {player && dialog && (
            <OpenDialog
              key={`${player.id} ${dialog.id}`}
              player={player}
              people={people}
              dialog={dialog}
              typers={typers}
              onBack={() => go({ dialogId: null })}
              onStarted={showStarted}
            />
          )}
          {player && dialogs.data?.length === 0 && (
            <NoDialogs className="flex-1" player={player} people={people} onStarted={showStarted} />
          )}
        </div>
      </main>
    </div>
  );
}

function isLoading(dialogs: Props["dialogs"]): boolean {
  return dialogs.data === undefined && dialogs.error === null;
}
