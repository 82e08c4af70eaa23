import { CheckCheck } from "lucide-react";
import { useTranslations } from "use-intl";

import { useNames } from "../../../i18n/use-names.ts";

/** What a person says that a client's words mean. */
export function CorrectedNote({ intent }: { intent: string }) {
  const t = useTranslations("understood");
  const nameOf = useNames();
  return (
    <p data-corrected className="flex items-start gap-1.5 px-1 text-xs text-human">
      <CheckCheck aria-hidden className="mt-0.5 size-3 shrink-0" />
      {t("corrected", { intent: nameOf("intents", intent) })}
    </p>
  );
}
