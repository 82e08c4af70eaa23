import { useEffect } from "react";
import { useTranslations } from "use-intl";

/** Names the page in the browser's tab. */
export function useTitle(title: string): void {
  const t = useTranslations("app");
  useEffect(() => {
    document.title = `${title} · ${t("name")}`;
  }, [title, t]);
}
