import { Button, ErrorState, IconButton, Textarea } from "@botdeck/ui";
import { Paperclip, SendHorizontal } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, type Ref, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import type { Person } from "../api/types.ts";
import { AttachedFiles } from "./attached-files.tsx";
import { useAttachments } from "./use-attachments.ts";
import { useSend } from "./use-send.ts";

type Props = {
  inputRef: Ref<HTMLTextAreaElement>;
  player: Person;
  dialogId: string;
  draft: string;
  onDraft: (change: string | ((before: string) => string)) => void;
};

export function Composer({ inputRef, player, dialogId, draft, onDraft }: Props) {
  const t = useTranslations();
  const hintId = useId();
  const picker = useRef<HTMLInputElement>(null);
  const attachments = useAttachments();
  const { send, problem } = useSend({ player, dialogId, onDraft, attachments });
  const isEmpty = draft.trim() === "" && attachments.files.length === 0;
  const submit = () => {
    if (!isEmpty) void send(draft);
  };

  function onKeyDown(event: KeyboardEvent): void {
    // An input method takes Enter for itself while it composes a word.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
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
      {problem && <ErrorState title={t("problem.write")} text={problem} retryLabel={t("app.retry")} onRetry={submit} />}
      {attachments.problem && <ErrorState title={t("problem.files")} text={attachments.problem} />}
      <AttachedFiles files={attachments.files} onRemove={attachments.remove} />
      <div className="flex items-end gap-2">
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
          onClick={() => picker.current?.click()}
        />
        <Textarea
          ref={inputRef}
          rows={1}
          name="message"
          aria-label={t("composer.message")}
          aria-describedby={hintId}
          placeholder={t("composer.placeholder", { name: player.name })}
          className="max-h-40 min-h-10 flex-1 resize-none py-2.25"
          value={draft}
          onChange={(event) => onDraft(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <Button
          type="submit"
          size="lg"
          variant="primary"
          disabled={isEmpty}
          aria-label={t("composer.send")}
          className="max-sm:w-10 max-sm:px-0"
        >
          <SendHorizontal aria-hidden />
          <span className="max-sm:hidden">{t("composer.send")}</span>
        </Button>
      </div>
      <p id={hintId} className="pl-12 text-xs text-ink-muted max-sm:sr-only">
        {t("composer.hint")}
      </p>
    </form>
  );
}
