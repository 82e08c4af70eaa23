import { cn } from "@botdeck/ui";

import { useNow } from "../../components/use-now.ts";
import type { Conversation } from "../../live/open-stream.ts";
import { formatWait } from "./format-wait.ts";

type Props = { since: string; sla: Conversation["sla"] };

/** How long a person has been waiting, counting on; its colour says whether that is too long for their portal. */
export function WaitingTime({ since, sla }: Props) {
  const waitMs = useNow() - Date.parse(since);
  const isLate = waitMs >= sla.breachSeconds * 1_000;
  const isLong = waitMs >= sla.warnSeconds * 1_000;
  const look = isLate ? "font-semibold text-danger" : isLong ? "text-warning" : "text-ink-muted";
  return <span className={cn("tabular-nums", look)}>{formatWait(waitMs)}</span>;
}
