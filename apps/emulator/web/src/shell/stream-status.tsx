import { StatusBadge } from "@botdeck/ui";
import { useTranslations } from "use-intl";
import { useStreamState } from "../live/use-stream-state.ts";

const TONE = { connecting: "neutral", live: "human", offline: "danger" } as const;

/** Whether what is shown follows the portal, or since when it does not. */
export function StreamStatus() {
  const t = useTranslations("stream");
  const state = useStreamState();
  return (
    <div role="status" data-stream={state.kind}>
      <StatusBadge tone={TONE[state.kind]}>
        {state.kind === "offline" ? t("offline", { since: state.since }) : t(state.kind)}
      </StatusBadge>
    </div>
  );
}
