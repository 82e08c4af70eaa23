import { CloudOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { useStreamState } from "../live/use-stream-state.ts";

/** Across the page while the portal cannot be heard; on a phone this is all that an open dialog shows of the stream. */
export function StreamBanner() {
  const t = useTranslations("stream");
  const state = useStreamState();
  if (state.kind !== "offline") return null;
  return (
    <p role="status" className="flex items-center gap-2 bg-danger-tint px-4 py-1.5 text-sm text-danger">
      <CloudOff aria-hidden className="size-4 shrink-0" />
      {t("stale")}
    </p>
  );
}
