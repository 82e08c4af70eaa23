import { BbText, ChatBubble, ChatButtons, toSafeHref } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { MessageCard } from "../../../components/message-card.tsx";
import type { Language } from "../rules/rule-types.ts";
import type { Previews } from "./use-checked-rule.ts";

/** The notification as people see it in the chat. */
export function RulePreview({ previews, language }: { previews: Previews | null; language: Language }) {
  const t = useTranslations("notifications.rule");
  if (previews === null) return <p className="text-ink-muted">{t("noPreview")}</p>;
  const { text, card, buttons } = previews[language];
  let id = 0;
  const rows = buttons.map((row) =>
    row.map((button) => ({
      id: id++,
      text: button.text,
      href: button.kind === "link" ? (toSafeHref(button.url) ?? undefined) : undefined,
    })),
  );
  return (
    <div data-preview={language} lang={language} className="rounded-lg border border-line bg-canvas p-3">
      <ChatBubble
        author="bot"
        side="left"
        buttons={rows.length > 0 && <ChatButtons label={t("previewButtons")} rows={rows} />}
      >
        <div className="flex flex-col gap-2">
          <BbText text={text} />
          {card !== null && <MessageCard card={card} />}
        </div>
      </ChatBubble>
    </div>
  );
}
