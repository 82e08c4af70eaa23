import { cn, Skeleton } from "@botdeck/ui";
import { useTranslations } from "use-intl";
import type { Dialog, Person } from "../api/types.ts";
import { LoadProblem } from "../live/load-problem.tsx";
import type { Live } from "../live/use-live.ts";
import { DialogRow } from "./dialog-row.tsx";
import { NoDialogs } from "./no-dialogs.tsx";
import { StartDialog } from "./start-dialog.tsx";

type Props = {
  player: Person | null;
  people: Person[];
  dialogs: Live<Dialog[]>;
  openId: string | null;
  onStarted: (dialog: Dialog) => Promise<void>;
  className?: string;
};

export function DialogList({ player, people, dialogs, openId, onStarted, className }: Props) {
  const t = useTranslations();
  const rows = dialogs.data;
  // A client has one dialog with the open line, so there is nothing more to start.
  const canStartMore = player && player.role !== "client" && rows && rows.length > 0;
  return (
    <section
      aria-label={t("dialogs.title")}
      className={cn("flex min-h-0 shrink-0 flex-col border-line max-md:w-full md:w-72 md:border-r lg:w-80", className)}
    >
      <header className="flex h-12 shrink-0 items-center justify-between border-b border-line pr-2 pl-4">
        <h2 className="text-lg font-semibold">{t("dialogs.title")}</h2>
        {canStartMore && <StartDialog look="icon" player={player} people={people} onStarted={onStarted} />}
      </header>
      <LoadProblem of={dialogs} title={t("problem.dialogs")} />
      <ul className="min-h-0 flex-1 overflow-y-auto empty:hidden">
        {rows?.map((dialog) => (
          <li key={dialog.id}>
            <DialogRow dialog={dialog} people={people} isOpen={dialog.id === openId} />
          </li>
        ))}
        {!rows && dialogs.error === null && [1, 2, 3].map((row) => <LoadingRow key={row} />)}
      </ul>
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
    <li aria-hidden className="flex flex-col gap-2 border-b border-line px-4 py-3">
      <Skeleton className="w-2/3" />
      <Skeleton className="h-3 w-full" />
    </li>
  );
}
