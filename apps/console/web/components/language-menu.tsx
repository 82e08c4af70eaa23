import { Button } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { LOCALE_NAME } from "../i18n/locale.ts";
import { useLocaleChoice } from "../i18n/locale-provider.tsx";
import { OnDemand } from "./on-demand.tsx";

const loadChoices = async () => (await import("./language-choices.tsx")).LanguageChoices;

export function LanguageMenu({ side = "bottom" }: { side?: "top" | "bottom" }) {
  const t = useTranslations("app");
  const { locale } = useLocaleChoice();
  const label = `${t("language")}: ${locale}, ${LOCALE_NAME[locale]}`;
  return (
    <OnDemand
      kind="menu"
      load={loadChoices}
      button={
        <Button variant="ghost" className="size-8 px-0 text-sm uppercase" aria-label={label} title={label}>
          {locale}
        </Button>
      }
    >
      {(LanguageChoices, trigger) => <LanguageChoices trigger={trigger} side={side} />}
    </OnDemand>
  );
}
