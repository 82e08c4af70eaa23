import { useTranslations } from "use-intl";

import { useTitle } from "../../components/use-title.ts";

export function TrainingPage() {
  const t = useTranslations("training");
  useTitle(t("title"));
  return <h1 className="p-4 text-xl font-semibold">{t("title")}</h1>;
}
