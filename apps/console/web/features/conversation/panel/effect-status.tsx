import { StatusBadge, type Tone } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import type { AroundConversation } from "./use-around.ts";

type Status = AroundConversation["effects"][number]["status"];

const TONE: Record<Status, Tone> = {
  ready: "bot",
  sending: "bot",
  uncertain: "warning",
  sent: "human",
  dead: "danger",
  cancelled: "neutral",
  discarded: "neutral",
};

/** How the delivery of an effect stands. */
export function EffectStatus({ status }: { status: Status }) {
  const t = useTranslations("effects.statuses");
  return <StatusBadge tone={TONE[status]}>{t(status)}</StatusBadge>;
}
