import { bbToPlainText, cn, StatusBadge } from "@botdeck/ui";
import { Link } from "@tanstack/react-router";
import { Eye } from "lucide-react";
import { memo } from "react";
import { useTranslations } from "use-intl";

import { ClockTime } from "../../components/clock-time.tsx";
import { useTopicName } from "../../i18n/use-topic-name.ts";
import type { Conversation } from "../../live/open-stream.ts";
import { QUEUE_TONE, queueOf } from "./queue-of.ts";
import { ROW_LOOK } from "./row-look.ts";
import { WaitingTime } from "./waiting-time.tsx";

type Props = {
  conversation: Conversation;
  isOpen: boolean;
  /** Its place in the whole table, the heads being row 1. */
  rowIndex: number;
  /** Pixels from the top of the list. */
  top: number;
};

const CARD = "@max-xl:h-21 @max-xl:grid-cols-[minmax(0,1fr)_auto] @max-xl:content-center @max-xl:gap-y-0.5";

/** A conversation in one line; on a phone a card of three. */
export const ConversationRow = memo(function ConversationRow({ conversation, isOpen, rowIndex, top }: Props) {
  const t = useTranslations("conversations");
  const topicName = useTopicName();
  const { id, personName, topic, lastMessageText, lastMessageAt, waitingSince, sla, viewers } = conversation;
  const queue = queueOf(conversation);
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      data-conversation-id={id}
      className={cn(
        ROW_LOOK,
        CARD,
        "group absolute inset-x-0 h-10",
        isOpen ? "bg-accent-tint" : "hover:bg-sunken has-focus-visible:bg-sunken",
      )}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="cell" className="@max-xl:order-5 @max-xl:col-start-1 @max-xl:row-start-3">
        <StatusBadge tone={QUEUE_TONE[queue]}>{t(`states.${queue}`)}</StatusBadge>
      </span>
      <span role="cell" className="flex min-w-0 items-center gap-1.5 @max-xl:col-start-1 @max-xl:row-start-1">
        <Link
          from="/conversations"
          to="/conversations"
          search={(before) => ({ ...before, id })}
          preload={false}
          aria-current={isOpen ? "true" : undefined}
          className="block truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {personName === "" ? t("noName") : personName}
        </Link>
        {viewers.length > 0 && <Viewers names={viewers.map(({ name }) => name)} />}
      </span>
      <span role="cell" className="truncate text-ink-muted @max-xl:col-span-2 @max-xl:col-start-1 @max-xl:row-start-2">
        {topic !== null && <span className="text-ink">{topicName(topic)} · </span>}
        {lastMessageText === null ? t("noMessage") : bbToPlainText(lastMessageText)}
      </span>
      <span role="cell" className="truncate text-ink-muted @max-3xl:hidden">
        {leaderOf(conversation) ?? "—"}
      </span>
      <span role="cell" className="text-ink-muted @max-xl:col-start-2 @max-xl:row-start-3 @max-xl:text-right">
        {waitingSince === null ? (
          <span className="@max-xl:hidden">—</span>
        ) : (
          <>
            {/* A card has no heads to say what the number is. */}
            <span className="text-sm lowercase @xl:hidden">{t("columns.waits")} </span>
            <WaitingTime since={waitingSince} sla={sla} />
          </>
        )}
      </span>
      <span
        role="cell"
        className="text-ink-muted tabular-nums @max-xl:col-start-2 @max-xl:row-start-1 @max-xl:text-right @max-xl:text-sm"
      >
        <ClockTime at={lastMessageAt} />
      </span>
    </div>
  );
});

/** Who of the console has it open just now. */
function Viewers({ names }: { names: string[] }) {
  const label = useTranslations("conversations")("viewers", { names: names.join(", ") });
  return (
    <span className="flex shrink-0 items-center gap-0.5 text-xs text-ink-muted" title={label}>
      <Eye aria-hidden className="size-3.5" />
      <span className="sr-only">{label}</span>
      {names.length > 1 && <span aria-hidden>{names.length}</span>}
    </span>
  );
}

function leaderOf(conversation: Conversation): string | null {
  const queue = queueOf(conversation);
  if (queue === "bot") return conversation.botName;
  return queue === "operator" ? conversation.operatorName : null;
}
