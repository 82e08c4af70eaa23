import { Button, Field, Textarea } from "@botdeck/ui";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { useProblemText } from "./use-problem-text.ts";
import type { TextProblem } from "./use-save-text.ts";

type Props = {
  label: string;
  /** What stands in it at first. */
  first: string;
  /** Names of the values that the text is written with. */
  values: readonly string[];
  /** The bot's own words, when others stand in it. */
  own: string | null;
  isBusy: boolean;
  onSave: (text: string) => Promise<TextProblem | "failed" | null>;
  onClose: () => void;
};

/** Changes a text. What is wrong with it is said below, and the place is marked in it. */
export function TextEditor({ label, first, values, own, isBusy, onSave, onClose }: Props) {
  const t = useTranslations("texts");
  const problemText = useProblemText();
  const [text, setText] = useState(first);
  const [problem, setProblem] = useState<TextProblem | null>(null);
  const editor = useRef<HTMLDivElement>(null);
  const area = () => editor.current?.querySelector("textarea") ?? null;
  useEffect(() => area()?.focus(), []);

  const save = async () => {
    if (text === first) return onClose();
    const refused = await onSave(text);
    if (refused === null) return onClose();
    if (refused === "failed") return;
    setProblem(refused);
    if ("at" in refused) {
      area()?.focus();
      area()?.setSelectionRange(refused.at, refused.at + 1);
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
  };
  return (
    <div ref={editor} onKeyDown={press} className="flex flex-col gap-2">
      <Field label={<span className="sr-only">{label}</span>} error={problem && problemText(problem)}>
        <Textarea
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setProblem(null);
          }}
          className="max-h-96 font-sans"
        />
      </Field>
      {values.length > 0 && (
        <p className="flex flex-wrap items-center gap-1.5 text-sm text-ink-muted">
          {t("values")}:
          {values.map((value) => (
            <code key={value} className="rounded-sm bg-sunken px-1 font-mono text-sm text-ink">{`{${value}}`}</code>
          ))}
        </p>
      )}
      {own !== null && (
        <p className="border-l-2 border-line pl-2 text-sm whitespace-pre-wrap wrap-anywhere text-ink-muted">
          {t("own")}: {own}
        </p>
      )}
      <div className="flex gap-2">
        <Button size="sm" variant="primary" isBusy={isBusy} onClick={() => void save()}>
          {t("save")}
        </Button>
        <Button size="sm" onClick={onClose}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}
