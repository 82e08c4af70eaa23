import { Button, cn } from "@botdeck/ui";
import { Pause } from "lucide-react";
import { useTranslations } from "use-intl";

import { StreamState } from "../../components/stream-state.tsx";
import { useQueueCounts } from "../shell/use-queue-counts.ts";
import { isNarrowed, type WantedList } from "./search.ts";

type Props = {
  wanted: WantedList;
  isPaused: boolean;
  onPause: (isPaused: boolean) => void;
};

export function ListHeader({ wanted, isPaused, onPause }: Props) {
  const t = useTranslations();
  const { queue, portal } = wanted;
  const counts = useQueueCounts(portal);
  return (
    <div className="flex h-12 shrink-0 items-center gap-3 border-b border-line px-4">
      <h2 className="truncate text-lg font-semibold tracking-tight">
        {queue === "all" ? t("conversations.title") : t(`shell.queues.${queue}`)}
      </h2>
      {counts && !isNarrowed(wanted) && (
        <p className="truncate text-ink-muted tabular-nums @max-md:hidden">
          {t("conversations.total", { count: counts[queue] })}
        </p>
      )}
      <StreamState />
      <span className="flex-1" />
      <Button
        size="sm"
        variant="ghost"
        className={cn(isPaused && "bg-accent-tint text-ink hover:bg-accent-tint")}
        aria-pressed={isPaused}
        title={t("conversations.pauseHint")}
        onClick={() => onPause(!isPaused)}
      >
        <Pause aria-hidden />
        {t("conversations.pause")}
      </Button>
    </div>
  );
}
