import { type Command, THEME_CHOICES, useTheme } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { LOCALE_NAME, LOCALES } from "../../../i18n/locale.ts";
import { useLocaleChoice } from "../../../i18n/locale-provider.tsx";
import { signOut } from "../../session/sign-out.ts";

/** What each person sets for themselves. */
export function useSettingCommands(onShowShortcuts: () => void): Command[] {
  const t = useTranslations("palette");
  const tTheme = useTranslations("app.theme");
  const theme = useTheme();
  const { locale, choose } = useLocaleChoice();
  return [
    ...THEME_CHOICES.filter((choice) => choice !== theme.choice).map((choice) => ({
      id: `theme ${choice}`,
      label: t("theme", { theme: tTheme(choice) }),
      act: () => theme.choose(choice),
    })),
    ...LOCALES.filter((other) => other !== locale).map((other) => ({
      id: `language ${other}`,
      label: t("language", { language: LOCALE_NAME[other] }),
      act: () => choose(other),
    })),
    { id: "shortcuts", label: t("shortcuts"), act: onShowShortcuts },
    { id: "sign out", label: t("signOut"), act: () => void signOut() },
  ];
}
