import { Button, ErrorState, IconButton, Textarea } from "@botdeck/ui";
import { Paperclip, SendHorizontal } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { BotCommand, Person } from "../api/types.ts";
import { AttachedFiles } from "../chat/attached-files.tsx";
import type { Attachments } from "../chat/use-attachments.ts";
import { CompletionList, optionId } from "./completion-list.tsx";
import { EditBanner } from "./edit-banner.tsx";
import type { Draft } from "./use-draft.ts";
import { type Option, useCompletion } from "./use-completion.ts";

type Props = {
  inputRef: RefObject<HTMLTextAreaElement | null>;
  player: Person;
  people: Person[];
  /** Who can be mentioned. */
  members: Person[];
  commands: readonly BotCommand[];
  draft: Draft;
  attachments: Attachments;
  onTyping: () => void;
  /** Arrow up in an empty input. */
  onEditLast: () => void;
};

export function Composer({
  inputRef,
  player,
  people,
  members,
  commands,
  draft,
  attachments,
  onTyping,
  onEditLast,
}: Props) {
  const t = useTranslations();
  const hintId = useId();
  const listId = useId();
  const picker = useRef<HTMLInputElement>(null);
  const completion = useCompletion({ commands, people: members, onMention: draft.addMention });
  const { options, chosen } = completion;
  const nextCaret = useRef<number | null>(null);
  const isEmpty = draft.text.trim() === "" && attachments.files.length === 0;

  // React puts the caret of a changed text at its end.
  useLayoutEffect(() => {
    const caret = nextCaret.current;
    if (caret === null) return;
    nextCaret.current = null;
    inputRef.current?.setSelectionRange(caret, caret);
  });

  function submit(): void {
    if (isEmpty) return;
    completion.close();
    void draft.submit();
  }

  function take(option: Option): void {
    const input = inputRef.current;
    if (!input) return;
    const taken = completion.take(option, draft.text, input.selectionStart);
    nextCaret.current = taken.caret;
    draft.set(taken.draft);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    // An input method takes these keys for itself while it composes a word.
    if (event.nativeEvent.isComposing) return;
    const option = options[chosen];
    const act = keyAction(event, option);
    if (!act) return;
    event.preventDefault();
    act();
  }

  function keyAction({ key, shiftKey }: KeyboardEvent, option: Option | undefined): (() => void) | null {
    if (option && key === "ArrowDown") return () => completion.move(1);
    if (option && key === "ArrowUp") return () => completion.move(-1);
    const isTyped = option?.kind === "command" && draft.text === option.command.command;
    if (option && (key === "Tab" || (key === "Enter" && !isTyped)) && !shiftKey) return () => take(option);
    if (key === "Escape" && option) return completion.close;
    if (key === "Escape" && draft.editing) return draft.cancelEdit;
    if (key === "ArrowUp" && draft.text === "" && !draft.editing) return onEditLast;
    return key === "Enter" && !shiftKey ? submit : null;
  }

  function onPaste(event: ClipboardEvent): void {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    attachments.add(event.clipboardData.files);
  }

  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {draft.problem && (
        <ErrorState title={t("problem.write")} text={draft.problem} retryLabel={t("app.retry")} onRetry={submit} />
      )}
      {attachments.problem && <ErrorState title={t("problem.files")} text={attachments.problem} />}
      {draft.editing && <EditBanner onCancel={draft.cancelEdit} />}
      <AttachedFiles files={attachments.files} onRemove={attachments.remove} />
      <div className="relative flex items-end gap-2">
        <CompletionList id={listId} options={options} chosen={chosen} people={people} onTake={take} />
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label={t("composer.attach")}
          onChange={(event) => {
            attachments.add(event.target.files ?? []);
            // The same file may be chosen again after it was removed.
            event.target.value = "";
          }}
        />
        <IconButton
          size="lg"
          label={t("composer.attach")}
          icon={<Paperclip aria-hidden />}
          disabled={draft.editing !== null}
          onClick={() => picker.current?.click()}
        />
        <Textarea
          ref={inputRef}
          rows={1}
          name="message"
          autoComplete="off"
          aria-label={t("composer.message")}
          aria-describedby={hintId}
          aria-autocomplete="list"
          aria-controls={options.length > 0 ? listId : undefined}
          aria-activedescendant={options.length > 0 ? optionId(listId, chosen) : undefined}
          placeholder={t("composer.placeholder", { name: player.name })}
          className="max-h-40 min-h-10 flex-1 resize-none py-2.25"
          value={draft.text}
          onChange={(event) => {
            draft.set(event.target.value);
            completion.look(event.target.value, event.target.selectionStart);
            if (event.target.value !== "") onTyping();
          }}
          onSelect={(event) => completion.look(event.currentTarget.value, event.currentTarget.selectionStart)}
          onBlur={completion.close}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <Button
          type="submit"
          size="lg"
          variant="primary"
          disabled={isEmpty}
          aria-label={draft.editing ? t("composer.save") : t("composer.send")}
          className="max-sm:w-10 max-sm:px-0"
        >
          <SendHorizontal aria-hidden />
          <span className="max-sm:hidden">{draft.editing ? t("composer.save") : t("composer.send")}</span>
        </Button>
      </div>
      <p id={hintId} className="pl-12 text-xs text-ink-muted max-sm:sr-only">
        {commands.length > 0 ? t("composer.hintCommands") : t("composer.hint")}
      </p>
    </form>
  );
}
