import { ThemeToggle } from "@botdeck/ui";
import { useTranslations } from "use-intl";

export function ThemeMenu({ side = "bottom" }: { side?: "top" | "bottom" }) {
  const t = useTranslations("app.theme");
  const texts = { label: t("label"), system: t("system"), light: t("light"), dark: t("dark") };
  return <ThemeToggle texts={texts} side={side} />;
}
