import { ThemeToggle, type ThemeToggleProps } from "@botdeck/ui";
import { useTranslations } from "use-intl";

/** Light, dark or as the system has it. */
export function ThemeChoices(toggle: Pick<ThemeToggleProps, "trigger" | "side">) {
  const t = useTranslations("app.theme");
  const texts = { label: t("label"), system: t("system"), light: t("light"), dark: t("dark") };
  return <ThemeToggle {...toggle} texts={texts} />;
}
