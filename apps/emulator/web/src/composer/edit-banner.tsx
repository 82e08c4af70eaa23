import { IconButton } from "@botdeck/ui";
import { Pencil, X } from "lucide-react";
import { useTranslations } from "use-intl";

/** Over the input while it holds a message that was already sent. */
export function EditBanner({ onCancel }: { onCancel: () => void }) {
  const t = useTranslations("composer");
  return (
    <p className="flex items-center gap-2 rounded-md bg-accent-tint py-0.5 pr-0.5 pl-3 text-sm">
      <Pencil aria-hidden className="size-3.5 shrink-0 text-accent" />
      <span className="flex-1">{t("editing")}</span>
      <IconButton size="sm" label={t("cancelEdit")} icon={<X aria-hidden />} onClick={onCancel} />
    </p>
  );
}
