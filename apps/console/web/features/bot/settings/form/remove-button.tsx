import { Button } from "@botdeck/ui";
import { useTranslations } from "use-intl";

/** Takes an entry out of a list or map. */
export function RemoveButton({ name, onRemove }: { name: string; onRemove: () => void }) {
  const t = useTranslations("botSettings");
  return (
    <Button size="sm" variant="ghost" aria-label={t("removeOf", { name })} onClick={onRemove}>
      {t("remove")}
    </Button>
  );
}
