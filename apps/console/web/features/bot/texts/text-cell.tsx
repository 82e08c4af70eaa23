import { Badge, IconButton } from "@botdeck/ui";
import { Pencil, RotateCcw } from "lucide-react";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";

import type { BotText } from "./match-texts.ts";
import { TextEditor } from "./text-editor.tsx";
import { useSaveText } from "./use-save-text.ts";

type Props = { botId: string; text: BotText; language: "en" | "ru"; mayEdit: boolean };

/** A text in one language: what is said, whether that is the portal's own, and the ways to change it. */
export function TextCell({ botId, text, language, mayEdit }: Props) {
  const t = useTranslations("texts");
  const [isEditing, setIsEditing] = useState(false);
  const cell = useRef<HTMLDivElement>(null);
  const save = useSaveText(botId, text.key, language);
  const { key } = text;
  const own = text.own[language];
  const words = text.words[language];
  const name = t(`languages.${language}`);
  const close = () => {
    const hadFocus = cell.current?.contains(document.activeElement) ?? false;
    flushSync(() => setIsEditing(false));
    // The editor's focus would be lost with it; who writes elsewhere by now keeps theirs. The last button opens it again.
    if (hadFocus) [...(cell.current?.querySelectorAll("button") ?? [])].at(-1)?.focus();
  };
  return (
    <div ref={cell} data-language={language} className="group/cell min-w-0">
      <div className="flex min-h-7 items-center gap-2">
        <span className="text-xs font-medium text-ink-muted uppercase">
          <span aria-hidden>{language}</span>
          <span className="sr-only">{name}</span>
        </span>
        {words !== null && <Badge tone="bot">{t("changed")}</Badge>}
        <span className="flex-1" />
        {mayEdit && !isEditing && (
          <>
            {words !== null && (
              <IconButton
                size="sm"
                label={t("resetOf", { key, language: name })}
                icon={<RotateCcw aria-hidden />}
                isBusy={save.isPending}
                onClick={() => void save.put(null, words)}
              />
            )}
            <IconButton
              size="sm"
              label={t("editOf", { key, language: name })}
              icon={<Pencil aria-hidden />}
              onClick={() => setIsEditing(true)}
            />
          </>
        )}
      </div>
      {isEditing ? (
        <TextEditor
          label={t("label", { key, language: name })}
          first={words ?? own}
          values={text.values}
          own={words === null ? null : own}
          isBusy={save.isPending}
          // To write the bot's own words is to take them back.
          onSave={(next) => save.put(next === own ? null : next, words)}
          onClose={close}
        />
      ) : (
        <>
          <p lang={language} className="whitespace-pre-wrap wrap-anywhere">
            {words ?? own}
          </p>
          {words !== null && (
            <p
              lang={language}
              className="mt-1 border-l-2 border-line pl-2 text-sm whitespace-pre-wrap wrap-anywhere text-ink-muted"
            >
              <span className="sr-only">{t("own")}: </span>
              {own}
            </p>
          )}
        </>
      )}
    </div>
  );
}
