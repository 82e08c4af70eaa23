import { cn } from "@botdeck/ui";
import { CircleHelp, LayoutDashboard, type LucideIcon, MessagesSquare, Zap } from "lucide-react";
import { useTranslations } from "use-intl";
import { PlaceLink } from "../url/place-link.tsx";
import { type Page, PAGES, usePlace } from "../url/use-place.ts";

const SIGN: Record<Page, LucideIcon> = { chat: MessagesSquare, portal: LayoutDashboard, faults: Zap, help: CircleHelp };

/** The pages of the emulator: in the top bar, or as a bar of its own at the foot of a phone. */
export function PageLinks({ className, isBar = false }: { className?: string; isBar?: boolean }) {
  const t = useTranslations("pages");
  const { place } = usePlace();
  return (
    <nav aria-label={isBar ? t("titlePhone") : t("title")} className={className}>
      <ul className="flex gap-1 max-md:justify-around">
        {PAGES.map((page) => {
          const Sign = SIGN[page];
          return (
            <li key={page} className="max-md:flex-1">
              <PlaceLink
                to={{ page, item: null }}
                aria-current={page === place.page ? "page" : undefined}
                className={cn(
                  "flex items-center gap-2 rounded-md font-medium text-ink-muted transition-colors hover:bg-sunken hover:text-ink",
                  "aria-[current=page]:bg-accent-tint aria-[current=page]:text-ink [&_svg]:size-4",
                  isBar ? "flex-col gap-0.5 rounded-none py-1.5 text-xs [&_svg]:size-5" : "h-8 px-2.5",
                )}
              >
                <Sign aria-hidden />
                {t(page)}
              </PlaceLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
