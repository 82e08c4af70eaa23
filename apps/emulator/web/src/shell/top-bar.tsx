import { cn, ThemeToggle } from "@botdeck/ui";
import { useTranslations } from "use-intl";
import type { Person } from "../api/types.ts";
import type { Language } from "../i18n/language.ts";
import { TasksDrawer } from "../tasks/tasks-drawer.tsx";
import { LanguageMenu } from "./language-menu.tsx";
import { PortalName } from "./portal-name.tsx";
import { StreamStatus } from "./stream-status.tsx";

type Props = {
  player: Person | null;
  people: Person[];
  onChooseLanguage: (language: Language) => void;
  className?: string;
};

export function TopBar({ player, people, onChooseLanguage, className }: Props) {
  const t = useTranslations("app");
  const theme = {
    label: t("theme.label"),
    system: t("theme.system"),
    light: t("theme.light"),
    dark: t("theme.dark"),
  };
  return (
    <header
      className={cn("flex h-12 shrink-0 items-center gap-2 border-b border-line px-3 md:gap-3 md:px-4", className)}
    >
      <PortalName />
      <StreamStatus />
      <div className="ml-auto flex items-center gap-1">
        {player && player.role !== "client" && <TasksDrawer people={people} />}
        <LanguageMenu onChoose={onChooseLanguage} />
        <ThemeToggle texts={theme} />
      </div>
    </header>
  );
}
