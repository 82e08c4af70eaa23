import { Button, Menu, MenuChoice } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { LOCALE_NAME, LOCALES } from "../i18n/locale.ts";
import { useLocaleChoice } from "../i18n/locale-provider.tsx";

const OPTIONS = LOCALES.map((value) => ({ value, label: LOCALE_NAME[value] }));

export function LanguageMenu({ side = "bottom" }: { side?: "top" | "bottom" }) {
  const t = useTranslations("app");
  const { locale, choose } = useLocaleChoice();
  const label = `${t("language")}: ${locale}, ${LOCALE_NAME[locale]}`;
  return (
    <Menu
      align="end"
      side={side}
      trigger={
        <Button variant="ghost" className="size-8 px-0 text-sm uppercase" aria-label={label} title={label}>
          {locale}
        </Button>
      }
    >
      <MenuChoice label={t("language")} value={locale} options={OPTIONS} onChange={choose} />
    </Menu>
  );
}
