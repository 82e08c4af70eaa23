import { ThemeButton } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { OnDemand } from "./on-demand.tsx";

const loadChoices = async () => (await import("./theme-choices.tsx")).ThemeChoices;

export function ThemeMenu({ side = "bottom" }: { side?: "top" | "bottom" }) {
  const t = useTranslations("app.theme");
  return (
    <OnDemand kind="menu" load={loadChoices} button={<ThemeButton label={t("label")} />}>
      {(ThemeChoices, trigger) => <ThemeChoices trigger={trigger} side={side} />}
    </OnDemand>
  );
}
