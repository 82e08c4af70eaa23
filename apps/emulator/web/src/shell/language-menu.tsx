import { Button, Menu, MenuChoice } from "@botdeck/ui";
import { Languages } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import { type Language, LANGUAGE_NAMES, LANGUAGES } from "../i18n/language.ts";

const OPTIONS = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));

export function LanguageMenu({ onChoose }: { onChoose: (language: Language) => void }) {
  const t = useTranslations("app");
  const language = useLocale();
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" className="gap-1.5 px-2" aria-label={`${t("language")}: ${language.toUpperCase()}`}>
          <Languages aria-hidden />
          <span className="text-sm">{language.toUpperCase()}</span>
        </Button>
      }
    >
      <MenuChoice label={t("language")} value={language} options={OPTIONS} onChange={onChoose} />
    </Menu>
  );
}
