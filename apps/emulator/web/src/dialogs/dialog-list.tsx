import { cn, Input, Skeleton } from "@botdeck/ui";
import { Search } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Dialog, Person } from "../api/types.ts";
import { LoadProblem } from "../live/load-problem.tsx";
import type { Live } from "../live/use-live.ts";
import type { Typer } from "../live/use-typing.ts";
import { Bell } from "../people/bell.tsx";
import { DialogRow } from "./dialog-row.tsx";
import { groupDialogs } from "./group-dialogs.ts";
import { NoDialogs } from "./no-dialogs.tsx";
import { StartDialog } from "./start-dialog.tsx";

/** Fewer dialogs than this are seen at a glance. */
const SEARCH_FROM = 8;

type Props = {
  player: Person | null;
  people: Person[];
  dialogs: Live<Dialog[]>;
  typers: readonly Typer[];
  openId: string | null;
  onStarted: (dialog: Dialog) => Promise<void>;
  className?: string;
};

export function DialogList({ player, people, dialogs, typers, openId, onStarted, className }: Props) {
  const t = useTranslations();
  const [sought, setSought] = useState("");
  const rows = dialogs.data;
  const shown = rows?.filter(({ title }) => title.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase()));
  // A client has one dialog with the open line, so there is nothing more to start.
  const canStartMore = player && player.role !== "client" && rows && rows.length > 0;
  const groups = player && shown ? groupDialogs(shown, player) : [];
  return (
    <section
      aria-label={t("dialogs.title")}
      className={cn("flex min-h-0 shrink-0 flex-col border-line max-md:w-full md:w-72 md:border-r lg:w-80", className)}
    >
      <header className="flex h-12 shrink-0 items-center justify-between border-b border-line pr-2 pl-4">
        <h2 className="text-lg font-semibold">{t("dialogs.title")}</h2>
        <div className="flex items-center gap-1">
          {player && player.role !== "client" && <Bell key={player.id} player={player} people={people} />}
          {canStartMore && <StartDialog look="icon" player={player} people={people} onStarted={onStarted} />}
        </div>
      </header>
      {rows && rows.length >= SEARCH_FROM && (
        <div className="relative border-b border-line p-2">
          <Search aria-hidden className="absolute top-4 left-4.5 size-4 text-ink-muted" />
          <Input
            type="search"
            className="pl-8"
            aria-label={t("dialogs.search")}
            placeholder={t("dialogs.search")}
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
        </div>
      )}
      <LoadProblem of={dialogs} title={t("problem.dialogs")} />
      <div className="min-h-0 flex-1 overflow-y-auto empty:hidden">
        {groups.map(({ name, dialogs: members }) => (
          <section key={name} aria-label={t(`dialogs.groups.${name}`)}>
            {groups.length > 1 && (
              <h3 className="sticky top-0 z-10 border-b border-line bg-canvas px-4 py-1 text-xs font-medium text-ink-muted">
                {t(`dialogs.groups.${name}`)}
              </h3>
            )}
            <ul>
              {members.map((dialog) => (
                <li key={dialog.id}>
                  {player && (
                    <DialogRow
                      dialog={dialog}
                      player={player}
                      people={people}
                      typers={typers}
                      isOpen={dialog.id === openId}
                    />
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
        {shown?.length === 0 && sought !== "" && (
          <p className="p-4 text-ink-muted">{t("dialogs.notFound", { title: sought })}</p>
        )}
        {!rows && dialogs.error === null && [1, 2, 3].map((row) => <LoadingRow key={row} />)}
      </div>
      {rows?.length === 0 && player && (
        <>
          <p className="flex-1 p-4 text-ink-muted max-md:hidden">{t("dialogs.none")}</p>
          <NoDialogs className="flex-1 md:hidden" player={player} people={people} onStarted={onStarted} />
        </>
      )}
    </section>
  );
}

function LoadingRow() {
  return (
    <div aria-hidden className="flex flex-col gap-2 border-b border-line px-4 py-3">
      <Skeleton className="w-2/3" />
      <Skeleton className="h-3 w-full" />
    </div>
  );
}
