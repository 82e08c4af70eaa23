import { cn, ThemeToggle } from "@botdeck/ui";
import { useTranslations } from "use-intl";
import type { Language } from "../i18n/language.ts";
import { LanguageMenu } from "./language-menu.tsx";
import { PageLinks } from "./page-links.tsx";
import { PortalName } from "./portal-name.tsx";
import { StreamStatus } from "./stream-status.tsx";

type Props = { onChooseLanguage: (language: Language) => void; className?: string };

export function TopBar({ onChooseLanguage, className }: Props) {
  const t = useTranslations("app");
  const theme = {
    label: t("theme.label"),
    system: t("theme.system"),
    light: t("theme.light"),
    dark: t("theme.dark"),
  };
  return (
    <header
      className={cn("flex h-12 shrink-0 items-center gap-2 border-b border-line px-3 md:gap-4 md:px-4", className)}
    >
      <PortalName />
      <PageLinks className="max-md:hidden" />
      <div className="ml-auto flex items-center gap-1">
        <StreamStatus />
        <LanguageMenu onChoose={onChooseLanguage} />
        <ThemeToggle texts={theme} />
      </div>
    </header>
  );
}
