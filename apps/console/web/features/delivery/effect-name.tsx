import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

import { useWords } from "./use-words.ts";

type Props = { effect: { kind: string; conversationId: string | null; personName: string | null }; className?: string };

/** What is sent, and the conversation that it belongs to. */
export function EffectName({ effect: { kind, conversationId, personName }, className = "" }: Props) {
  const t = useTranslations("deliveries.letter");
  const words = useWords();
  return (
    <p className={`flex flex-wrap items-baseline gap-x-2 ${className}`}>
      <span className="font-medium">{words("kinds", kind)}</span>
      {conversationId !== null && (
        <Link
          to="/conversations"
          search={{ queue: "all", id: conversationId }}
          className="text-accent underline underline-offset-2 wrap-anywhere"
        >
          {personName || t("openConversation")}
        </Link>
      )}
    </p>
  );
}
