import { cn, type Tone, toneText } from "@botdeck/ui";
import { CircleDot, CloudOff, RefreshCw } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";

import { useStreamState } from "../live/live-context.ts";
import type { StreamState as State } from "../live/share-stream.ts";

const LOOK = {
  live: { Icon: CircleDot, tone: "human" },
  catching_up: { Icon: RefreshCw, tone: "warning" },
  offline: { Icon: CloudOff, tone: "danger" },
} as const satisfies Record<State["kind"], { Icon: typeof CircleDot; tone: Tone }>;

/** How fresh the screen is, always in sight. */
export function StreamState() {
  const t = useTranslations("stream");
  const format = useFormatter();
  const state = useStreamState();
  const { Icon, tone } = LOOK[state.kind];
  const text = {
    live: () => t("live"),
    catching_up: () => t("catchingUp"),
    offline: () =>
      t("offlineSince", {
        time: state.kind === "offline" ? format.dateTime(new Date(state.sinceMs), "clock") : "",
      }),
  }[state.kind]();
  return (
    <p
      role="status"
      data-stream-state={state.kind}
      className={cn("flex items-center gap-1.5 text-sm whitespace-nowrap", toneText[tone])}
    >
      <Icon aria-hidden className={cn("size-3.5", state.kind === "catching_up" && "animate-spin")} />
      {text}
    </p>
  );
}
