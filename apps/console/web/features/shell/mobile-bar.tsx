import { Brand } from "../../components/brand.tsx";
import { OwnMenus } from "./own-menus.tsx";
import { PaletteButton } from "./palette/palette-button.tsx";
import { PortalChoice } from "./portal-choice.tsx";
import { QueueLinks } from "./queue-links.tsx";

type Props = { onShowShortcuts: () => void; onOpenPalette: () => void };

/** The side bar's stand-in on a phone. */
export function MobileBar({ onShowShortcuts, onOpenPalette }: Props) {
  return (
    <header className="border-b border-line md:hidden">
      <div className="flex h-12 items-center gap-1 py-2 pr-2 pl-4">
        <Brand />
        <span className="flex-1" />
        <PaletteButton isSmall onOpen={onOpenPalette} />
        <OwnMenus isSmall onShowShortcuts={onShowShortcuts} />
      </div>
      <div className="px-4 empty:hidden">
        <PortalChoice />
      </div>
      <QueueLinks direction="row" />
    </header>
  );
}
