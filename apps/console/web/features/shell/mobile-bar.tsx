import { Brand } from "../../components/brand.tsx";
import { LanguageMenu } from "../../components/language-menu.tsx";
import { ThemeMenu } from "../../components/theme-menu.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { PortalChoice } from "./portal-choice.tsx";
import { QueueLinks } from "./queue-links.tsx";

/** The side bar's stand-in on a phone. */
export function MobileBar({ onShowShortcuts }: { onShowShortcuts: () => void }) {
  return (
    <header className="border-b border-line md:hidden">
      <div className="flex items-center gap-1 py-2 pr-2 pl-4">
        <Brand />
        <span className="flex-1" />
        <LanguageMenu />
        <ThemeMenu />
        <AccountMenu isSmall onShowShortcuts={onShowShortcuts} />
      </div>
      <div className="px-4 empty:hidden">
        <PortalChoice />
      </div>
      <QueueLinks direction="row" />
    </header>
  );
}
