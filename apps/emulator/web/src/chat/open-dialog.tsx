import { useRef, useState } from "react";
import type { Dialog, Person } from "../api/types.ts";
import { Composer } from "./composer.tsx";
import { DialogHeader } from "./dialog-header.tsx";
import { LineBanner } from "./line-banner.tsx";
import { lineStanding } from "./line-standing.ts";
import { MessageLog } from "./message-log.tsx";

type Props = { player: Person; people: Person[]; dialog: Dialog; onBack: () => void };

/** One dialog as one person sees it. */
export function OpenDialog({ player, people, dialog, onBack }: Props) {
  const [draft, setDraft] = useState("");
  const input = useRef<HTMLTextAreaElement>(null);
  const standing = lineStanding(player, dialog);

  function putIntoDraft(text: string): void {
    setDraft(text);
    input.current?.focus();
  }

  return (
    <>
      <DialogHeader player={player} people={people} dialog={dialog} standing={standing} onBack={onBack} />
      <MessageLog player={player} people={people} dialog={dialog} onPut={putIntoDraft} />
      <footer className="shrink-0 border-t border-line p-3">
        <div className="mx-auto max-w-5xl">
          {standing === "free" || standing === "mine" ? (
            <Composer inputRef={input} player={player} dialogId={dialog.id} draft={draft} onDraft={setDraft} />
          ) : (
            <LineBanner player={player} people={people} dialog={dialog} standing={standing} />
          )}
        </div>
      </footer>
    </>
  );
}
