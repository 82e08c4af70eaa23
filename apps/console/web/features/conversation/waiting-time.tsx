import { cn } from "@botdeck/ui";

import { useNow } from "../../components/use-now.ts";
import { formatWait } from "./format-wait.ts";

/** From here on a wait is long, and its colour says so. */
const LONG_WAIT_MS = 5 * 60_000;

/** How long a person has been waiting, counting on. */
export function WaitingTime({ since }: { since: string }) {
  const waitMs = useNow() - Date.parse(since);
  const isLong = waitMs >= LONG_WAIT_MS;
  return (
    <span className={cn("tabular-nums", isLong ? "font-semibold text-danger" : "text-warning")}>
      {formatWait(waitMs)}
    </span>
  );
}
