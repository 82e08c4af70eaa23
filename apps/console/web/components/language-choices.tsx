import { Menu, MenuChoice, type MenuProps } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { LOCALE_NAME, LOCALES } from "../i18n/locale.ts";
import { useLocaleChoice } from "../i18n/locale-provider.tsx";

const OPTIONS = LOCALES.map((value) => ({ value, label: LOCALE_NAME[value] }));

/** The languages that the console speaks. */
export function LanguageChoices(menu: Pick<MenuProps, "trigger" | "side">) {
  const t = useTranslations("app");
  const { locale, choose } = useLocaleChoice();
  return (
    <Menu align="end" {...menu}>
      <MenuChoice label={t("language")} value={locale} options={OPTIONS} onChange={choose} />
    </Menu>
  );
}
