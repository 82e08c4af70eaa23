import { cn, toneTint } from "@botdeck/ui";
import { Archive, Bot, Hand, Headset } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import type { Conversation } from "../../live/open-stream.ts";
import type { Desk } from "./panel/use-desk.ts";
import { QUEUE_TONE, queueOf } from "./queue-of.ts";
import { WaitingTime } from "./waiting-time.tsx";

const ICON = { bot: Bot, queue: Hand, operator: Headset, closed: Archive };

type Props = {
  conversation: Conversation;
  desk: Pick<Desk, "isMine" | "heldBy" | "needsLead">;
  /** What the reader can do about it. */
  action?: ReactNode;
};

/** Says under the transcript who answers next. */
export function LeaderNote({ conversation, desk, action }: Props) {
  const queue = queueOf(conversation);
  const Icon = ICON[queue];
  return (
    <div
      className={cn(
        "flex min-h-9 flex-wrap items-center gap-2 rounded-md px-3 py-1 text-sm",
        toneTint[QUEUE_TONE[queue]],
      )}
      data-leader={desk.isMine ? "me" : queue}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <span role="status" className="min-w-0 flex-1 wrap-anywhere">
        <LeaderText conversation={conversation} desk={desk} />
      </span>
      {action}
    </div>
  );
}

function LeaderText({ conversation, desk: { isMine, heldBy, needsLead } }: Props) {
  const t = useTranslations("conversation.leads");
  const tDesk = useTranslations("desk.leads");
  const { botName, operatorName, waitingSince } = conversation;
  if (isMine) return tDesk("you");
  switch (queueOf(conversation)) {
    case "bot":
      return t("bot", { bot: botName });
    case "operator": {
      const words =
        heldBy !== null
          ? tDesk("colleague", { name: heldBy })
          : operatorName === null
            ? t("operatorUnknown")
            : t("operator", { name: operatorName });
      return needsLead ? `${words} ${tDesk("needsLead")}` : words;
    }
    case "closed":
      return t("closed");
    case "queue":
      if (waitingSince === null) return t("queueNoTime");
      return t.rich("queue", { time: () => <WaitingTime since={waitingSince} sla={conversation.sla} /> });
  }
}
