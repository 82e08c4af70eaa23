import { useTranslations } from "use-intl";

import { useTitle } from "../../components/use-title.ts";

export function PortalsPage() {
  const t = useTranslations("portals");
  useTitle(t("title"));
  return <h1 className="p-4 text-xl font-semibold">{t("title")}</h1>;
}
