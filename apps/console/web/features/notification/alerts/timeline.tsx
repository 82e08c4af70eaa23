import { cn } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { useShortTime } from "../../../components/use-short-time.ts";
import { type AlertEvent, useEventWords } from "./use-event-words.ts";

/** What its dot says: that something is wrong, that somebody acts, that it is over. */
const DOT: Partial<Record<AlertEvent["kind"], string>> = {
  fired: "bg-danger",
  more: "bg-danger",
  flapping: "bg-warning",
  nobody_to_page: "bg-danger",
  fallback: "bg-warning",
  escalated: "bg-warning",
  source_refused: "bg-warning",
  acknowledged: "bg-bot",
  silenced: "bg-bot",
  resolved: "bg-human",
};

/** What happened to a group, oldest first. */
export function Timeline({ events, hasMore }: { events: readonly AlertEvent[]; hasMore: boolean }) {
  const t = useTranslations("notifications.alerts");
  const shortTime = useShortTime();
  const words = useEventWords();
  if (events.length === 0) return <p className="text-ink-muted">{t("timelineEmpty")}</p>;
  const episodes = new Set(events.map(({ episode }) => episode));
  return (
    <div>
      {hasMore && <p className="mb-2 text-sm text-ink-muted">{t("timelineBounded")}</p>}
      <ol data-timeline className="relative">
        {events.map((event, index) => {
          const isNewEpisode = episodes.size > 1 && event.episode !== events[index - 1]?.episode;
          return (
            <li key={event.id} className="relative pb-3 pl-5 last:pb-0">
              <span aria-hidden className="absolute top-2 bottom-0 left-[3px] w-px bg-line last:hidden" />
              <span
                aria-hidden
                className={cn("absolute top-1.5 left-0 size-[7px] rounded-full", DOT[event.kind] ?? "bg-neutral")}
              />
              {isNewEpisode && (
                <p className="mb-1 text-sm font-medium text-ink-muted">
                  {t("episodeNumber", { number: event.episode })}
                </p>
              )}
              <p className="wrap-anywhere">{words.whatOf(event)}</p>
              <p className="flex flex-wrap gap-x-2 text-sm text-ink-muted">
                <time dateTime={event.at}>{shortTime(event.at)}</time>
                {words.moreOf(event).map((more) => (
                  <span key={more} className="wrap-anywhere">
                    {more}
                  </span>
                ))}
              </p>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
