import { cn, type Tone, toneText } from "@botdeck/ui";
import { Ban, Check, CircleAlert, CircleHelp, Clock3, type LucideIcon } from "lucide-react";
import { useTranslations } from "use-intl";

import type { ShownMessage } from "./group-messages.ts";

type Delivery = NonNullable<ShownMessage["delivery"]>;

const LOOK: Record<Delivery, { Icon: LucideIcon; tone: Tone }> = {
  waiting: { Icon: Clock3, tone: "neutral" },
  delivered: { Icon: Check, tone: "neutral" },
  in_doubt: { Icon: CircleHelp, tone: "warning" },
  failed: { Icon: CircleAlert, tone: "danger" },
  cancelled: { Icon: Ban, tone: "neutral" },
};

type Props = { delivery: Delivery; error: string | null };

/** What became of a bot's message. */
export function DeliveryNote({ delivery, error }: Props) {
  const t = useTranslations("conversation.delivery");
  const { Icon, tone } = LOOK[delivery];
  return (
    <span
      data-delivery={delivery}
      title={error ?? undefined}
      className={cn("flex min-w-0 items-center gap-1", toneText[tone])}
    >
      <Icon aria-hidden className="size-3 shrink-0" />
      <span>
        {t(delivery)}
        {delivery === "failed" && error !== null && `: ${error}`}
      </span>
    </span>
  );
}
