import { Activity } from "lucide-react";
import { useTranslations } from "use-intl";

/** Mark and name of the product. */
export function Brand() {
  const t = useTranslations("app");
  return (
    <span className="flex items-center gap-2">
      <span className="grid size-6 place-items-center rounded-md bg-accent text-accent-ink">
        <Activity aria-hidden className="size-4" />
      </span>
      <span className="text-lg font-semibold tracking-tight">{t("name")}</span>
    </span>
  );
}
