import { Button, cn, Kbd, Textarea } from "@botdeck/ui";
import { SendHorizontal, StickyNote } from "lucide-react";
import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";

import { useKeys } from "../../../components/use-keys.ts";
import type { Conversation } from "../../../live/open-stream.ts";
import { LeaderNote } from "../leader-note.tsx";
import { NoVoice } from "./no-voice.tsx";
import type { DeskActs } from "./use-desk-acts.ts";
import type { Desk } from "./use-desk.ts";
import { type DraftKind, readDraft, useDraft } from "./use-draft.ts";
import { useSay } from "./use-say.ts";

type Props = { conversation: Conversation; desk: Desk; acts: DeskActs };

const MOST_LETTERS: Record<DraftKind, number> = { reply: 20_000, note: 5_000 };

/** Where one writes: to the client once one leads, to colleagues always. */
export function Composer({ conversation, desk, acts }: Props) {
  const t = useTranslations("composer");
  const { id } = conversation;
  const { may, isMine } = desk;
  const [wanted, setWanted] = useState<DraftKind | null>(null);
  // Before one leads, only colleagues can be told anything.
  const kind = wanted ?? (isMine ? "reply" : null);
  const field = useRef<HTMLTextAreaElement>(null);
  /** At once: the next key belongs to what is written. */
  const ask = (next: DraftKind) => {
    flushSync(() => setWanted(next));
    field.current?.focus();
  };
  useKeys({
    ...(may.note && { KeyN: () => ask("note") }),
    ...(isMine && { KeyR: () => ask("reply") }),
  });
  const tabs = (["reply", "note"] as const).filter((each) => (each === "reply" ? isMine : may.note));
  const takeOver = async () => {
    const from = document.activeElement;
    if (!(await acts.takeOver())) return;
    // Whoever went on to something else meanwhile stays at it: a note that is being written must not go to the client.
    const { activeElement } = document;
    if (activeElement !== from && activeElement !== document.body) return;
    flushSync(() => setWanted((now) => now ?? "reply"));
    field.current?.focus();
  };
  return (
    <footer className="flex flex-col gap-2 border-t border-line p-3">
      <LeaderNote
        conversation={conversation}
        desk={desk}
        action={
          may.takeOver && (
            <Button size="sm" variant="primary" isBusy={acts.isBusy} onClick={() => void takeOver()}>
              {t("takeOver")}
              <Kbd className="max-lg:hidden">T</Kbd>
            </Button>
          )
        }
      />
      {tabs.length > 0 && (
        <div role="group" aria-label={t("what")} className="flex gap-1">
          {tabs.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={kind === each}
              onClick={() => (kind === each && !isMine ? setWanted(null) : ask(each))}
              className={cn(
                "h-7 rounded-md px-2.5 text-sm font-medium text-ink-muted hover:bg-sunken hover:text-ink",
                kind === each && (each === "note" ? "bg-warning-tint text-warning" : "bg-accent-tint text-ink"),
              )}
            >
              {t(each)}
            </button>
          ))}
        </div>
      )}
      {(desk.isMute || (kind === "reply" && isMine && !may.reply)) && <NoVoice desk={desk} />}
      {kind !== null && may[kind] && <Writing key={kind} kind={kind} id={id} desk={desk} field={field} />}
    </footer>
  );
}

type WritingProps = { kind: DraftKind; id: string; desk: Desk; field: RefObject<HTMLTextAreaElement | null> };

function Writing({ kind, id, desk, field }: WritingProps) {
  const t = useTranslations("composer");
  const say = useSay(id);
  const [text, write] = useDraft(id, kind);
  const isEmpty = text.trim() === "";
  const send = async () => {
    if (isEmpty) return;
    write("");
    const isSaid = kind === "reply" ? await say.reply(text.trim(), desk.ownerVersion) : await say.note(text.trim());
    // What was refused can be tried again, unless something else is being written by now.
    if (!isSaid && readDraft(id, kind) === "") write(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Back to where single keys act.
    if (event.key === "Escape") field.current?.blur();
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  const isNote = kind === "note";
  return (
    <div className="flex flex-col gap-1.5">
      <Textarea
        ref={field}
        aria-label={t(isNote ? "noteLabel" : "replyLabel")}
        placeholder={t(isNote ? "notePlaceholder" : "replyPlaceholder")}
        value={text}
        maxLength={MOST_LETTERS[kind]}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        className={cn("max-h-48 w-full resize-none", isNote && "border-dashed border-warning bg-warning-tint")}
      />
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 text-xs text-ink-muted">
          {isNote ? t("noteHint") : t(desk.voice === "person" ? "asYourself" : "asBot", { name: desk.linkedAs ?? "" })}
        </p>
        <Button size="sm" variant={isNote ? "secondary" : "primary"} disabled={isEmpty} onClick={() => void send()}>
          {isNote ? <StickyNote aria-hidden /> : <SendHorizontal aria-hidden />}
          {t(isNote ? "addNote" : "send")}
        </Button>
      </div>
    </div>
  );
}
