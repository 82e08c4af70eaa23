import { useTranslations } from "use-intl";

import { useTitle } from "../../components/use-title.ts";

export function AccessPage() {
  const t = useTranslations("access");
  useTitle(t("title"));
  return <h1 className="p-4 text-xl font-semibold">{t("title")}</h1>;
}
