import { cn, toneTint } from "@botdeck/ui";
import { Archive, Bot, Hand, Headset } from "lucide-react";
import { useTranslations } from "use-intl";

import type { Conversation } from "../../live/open-stream.ts";
import { QUEUE_TONE, queueOf } from "./queue-of.ts";
import { WaitingTime } from "./waiting-time.tsx";

const ICON = { bot: Bot, queue: Hand, operator: Headset, closed: Archive };

/** Says under the transcript who answers next. */
export function LeaderNote({ conversation }: { conversation: Conversation }) {
  const queue = queueOf(conversation);
  const Icon = ICON[queue];
  return (
    <footer className="border-t border-line p-3">
      <p className={cn("flex items-center gap-2 rounded-md px-3 py-2 text-sm", toneTint[QUEUE_TONE[queue]])}>
        <Icon aria-hidden className="size-4 shrink-0" />
        <span>
          <LeaderText conversation={conversation} />
        </span>
      </p>
    </footer>
  );
}

function LeaderText({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("conversation.leads");
  const { botName, operatorName, waitingSince } = conversation;
  switch (queueOf(conversation)) {
    case "bot":
      return t("bot", { bot: botName });
    case "operator":
      return operatorName === null ? t("operatorUnknown") : t("operator", { name: operatorName });
    case "closed":
      return t("closed");
    case "queue":
      if (waitingSince === null) return t("queueNoTime");
      return t.rich("queue", { time: () => <WaitingTime since={waitingSince} /> });
  }
}
