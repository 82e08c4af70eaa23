import { cn } from "@botdeck/ui";
import { Link, useLocation, useSearch } from "@tanstack/react-router";
import { Archive, Bot, Hand, Headset, Inbox, type LucideIcon } from "lucide-react";
import { lazy, Suspense, useRef } from "react";
import { useFormatter, useTranslations } from "use-intl";

import { useCurrentInSight } from "../../components/use-current-in-sight.ts";
import { type Queue, QUEUES } from "../conversation/search.ts";
import { roomAt } from "./rooms.ts";
import { MOST_COUNTED, useQueueCounts } from "./use-queue-counts.ts";

// They stand below the queues, and nobody waits for them.
const SavedViews = lazy(() => import("./saved-views.tsx").then((module) => ({ default: module.SavedViews })));
const RoomLinks = lazy(() => import("./room-links.tsx").then((module) => ({ default: module.RoomLinks })));

const ICON: Record<Queue, LucideIcon> = { queue: Hand, bot: Bot, operator: Headset, closed: Archive, all: Inbox };

const CURRENT = "border-transparent bg-accent-tint font-medium text-ink hover:bg-accent-tint";

const LOOK = {
  column: {
    list: "flex flex-col gap-0.5",
    link: "flex h-8 items-center gap-2.5 rounded-md px-2 text-ink-muted hover:bg-sunken hover:text-ink",
  },
  row: {
    list: "flex gap-1.5 overflow-x-auto px-4 py-2 [scrollbar-width:none]",
    link: "flex h-8 shrink-0 items-center gap-1.5 rounded-full border border-line px-3 text-ink-muted",
  },
};

/** The queues with how many stand in each, states that a filter would let people forget; and the other rooms. */
export function QueueLinks({ direction }: { direction: keyof typeof LOOK }) {
  const t = useTranslations("shell");
  const format = useFormatter();
  const { queue: current, portal } = useSearch({ strict: false });
  const room = useLocation({ select: ({ pathname }) => roomAt(pathname) });
  const counts = useQueueCounts(portal);
  const look = LOOK[direction];
  const list = useRef<HTMLUListElement>(null);
  // The counts, when they come, move it.
  useCurrentInSight(list, current, room, counts !== undefined);

  return (
    <nav aria-label={t("navigation")}>
      <ul ref={list} className={look.list}>
        {QUEUES.map((queue) => {
          const Icon = ICON[queue];
          const isCurrent = queue === current;
          const count = counts?.[queue];
          const needsSomebody = queue === "queue" && count !== undefined && count > 0;
          return (
            <li key={queue} className="contents">
              <Link
                to="/conversations"
                search={{ queue, portal }}
                aria-current={isCurrent ? "page" : undefined}
                className={cn(look.link, isCurrent && CURRENT)}
              >
                <Icon aria-hidden className="size-4 shrink-0" />
                <span className="flex-1 truncate">{t(`queues.${queue}`)}</span>
                {count !== undefined && (
                  <span
                    className={cn(
                      "rounded-full px-1.5 text-xs tabular-nums",
                      needsSomebody ? "bg-warning-tint font-medium text-warning" : "text-ink-muted",
                    )}
                  >
                    {count > MOST_COUNTED ? `${format.number(MOST_COUNTED)}+` : format.number(count)}
                  </span>
                )}
              </Link>
            </li>
          );
        })}
        <Suspense>
          <SavedViews linkLook={look.link} currentLook={CURRENT} />
        </Suspense>
        <Suspense>
          <RoomLinks
            strip={list}
            current={room}
            linkLook={look.link}
            currentLook={CURRENT}
            firstLook={direction === "column" ? "mt-2 border-t border-line pt-2" : "contents"}
          />
        </Suspense>
      </ul>
    </nav>
  );
}
