import { type DragEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Dialog, Person } from "../api/types.ts";
import { Composer } from "../composer/composer.tsx";
import { useDraft } from "../composer/use-draft.ts";
import type { Typer } from "../live/use-typing.ts";
import { DialogHeader } from "./dialog-header.tsx";
import { LineBanner } from "./line-banner.tsx";
import { lineStanding } from "./line-standing.ts";
import { MessageLog } from "./message-log.tsx";
import { PressContext } from "./press-context.ts";
import { useAttachments } from "./use-attachments.ts";
import { useCommands } from "./use-commands.ts";
import { useMarkRead } from "./use-mark-read.ts";
import { useMessages } from "./use-messages.ts";
import { usePressActions } from "./use-press-actions.ts";
import { useTellTyping } from "./use-tell-typing.ts";
import { useTypingText } from "./use-typing-text.ts";

type Props = {
  player: Person;
  people: Person[];
  dialog: Dialog;
  typers: readonly Typer[];
  onBack: () => void;
  onStarted: (dialog: Dialog) => Promise<void>;
};

/** One dialog as one person sees it. */
export function OpenDialog({ player, people, dialog, typers, onBack, onStarted }: Props) {
  const t = useTranslations("composer");
  const input = useRef<HTMLTextAreaElement>(null);
  const attachments = useAttachments();
  const draft = useDraft(player, dialog.id, attachments);
  const messages = useMessages(player.id, dialog.id);
  const commands = useCommands(player.id, dialog.id);
  const tellTyping = useTellTyping(player.id, dialog.id);
  const typing = useTypingText(typers, people, player.id, dialog.id);
  const standing = lineStanding(player, dialog);
  const canWrite = standing === "free" || standing === "mine";
  const drop = useDrop(canWrite, attachments.add);
  useMarkRead(player, dialog, messages.data);
  const press = usePressActions({
    player,
    people,
    put(text) {
      draft.set(text);
      input.current?.focus();
    },
    send: (text) => void draft.send(text),
    onStarted,
  });

  function startEdit(message: Parameters<typeof draft.startEdit>[0]): void {
    draft.startEdit(message);
    input.current?.focus();
  }

  function editLast(): void {
    const last = messages.data?.findLast((message) => message.authorId === player.id && !message.isDeleted);
    if (last?.text) startEdit(last);
  }

  const members = people.filter(({ id }) => id !== player.id && dialog.memberIds.includes(id));

  return (
    <PressContext value={press}>
      <div className="relative flex min-h-0 flex-1 flex-col" {...drop.handlers}>
        <DialogHeader player={player} people={people} dialog={dialog} standing={standing} onBack={onBack} />
        <MessageLog player={player} people={people} dialog={dialog} messages={messages} onEdit={startEdit} />
        <p role="status" className="h-5 shrink-0 truncate px-4 text-sm text-ink-muted" data-typing={typing !== null}>
          {typing && (
            <span className="inline-flex items-center gap-1.5">
              <Dots />
              {typing}
            </span>
          )}
        </p>
        <footer className="shrink-0 border-t border-line p-3">
          <div className="mx-auto max-w-5xl">
            {canWrite ? (
              <Composer
                inputRef={input}
                player={player}
                people={people}
                members={members}
                commands={commands}
                draft={draft}
                attachments={attachments}
                onTyping={tellTyping}
                onEditLast={editLast}
              />
            ) : (
              <LineBanner player={player} people={people} dialog={dialog} standing={standing} />
            )}
          </div>
        </footer>
        {drop.isOver && (
          <div className="pointer-events-none absolute inset-2 z-30 flex items-center justify-center rounded-xl border-2 border-dashed border-accent bg-accent-tint text-lg font-medium text-accent opacity-95">
            {t("drop")}
          </div>
        )}
      </div>
    </PressContext>
  );
}

function Dots() {
  return (
    <span aria-hidden className="inline-flex gap-0.5">
      {[0, 200, 400].map((delayMs) => (
        <span
          key={delayMs}
          className="size-1 animate-pulse rounded-full bg-current"
          style={{ animationDelay: `${delayMs}ms` }}
        />
      ))}
    </span>
  );
}

/** Files dropped anywhere on the dialog go with the next message. */
function useDrop(isOpen: boolean, onFiles: (files: Iterable<File>) => void) {
  const [isOver, setOver] = useState(false);
  const carriesFiles = (event: DragEvent) => isOpen && event.dataTransfer.types.includes("Files");
  return {
    isOver,
    handlers: {
      onDragOver(event: DragEvent) {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave(event: DragEvent<HTMLElement>) {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false); // safe: the window's edge is null
      },
      onDrop(event: DragEvent) {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles(event.dataTransfer.files);
      },
    },
  };
}
