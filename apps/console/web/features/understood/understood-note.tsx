import { cn, Popover } from "@botdeck/ui";
import { Sparkle, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";

import { useNames } from "../../i18n/use-names.ts";
import { UnderstoodDetails } from "./understood-details.tsx";
import { percentOf, type Understood } from "./understood.ts";

/** A quiet line under a client's message: what it was understood to mean, how surely and by whom. More on a press. */
export function UnderstoodNote({ understood }: { understood: Understood }) {
  const t = useTranslations("understood");
  const nameOf = useNames();
  const { intents, provider, fellBackFrom } = understood;
  const [best] = intents;
  const words =
    best === undefined
      ? t("noIntent")
      : t("line", { intent: nameOf("intents", best.intent), percent: percentOf(best.confidence) });
  const by = nameOf("providers", provider);
  const instead = fellBackFrom === null ? null : t("insteadOf", { provider: nameOf("providers", fellBackFrom) });
  const line = [words, by, instead].filter((part) => part !== null).join(" · ");
  const Icon = instead === null ? Sparkle : TriangleAlert;
  return (
    <Popover
      title={t("title")}
      trigger={
        <button
          type="button"
          data-understood
          aria-label={t("open", { line })}
          className="-mt-1 flex max-w-full items-start gap-1.5 rounded-md px-1 py-0.5 text-left text-xs text-ink-muted hover:bg-sunken hover:text-ink"
        >
          <Icon aria-hidden className={cn("mt-0.5 size-3 shrink-0", instead !== null && "text-warning")} />
          <span className="min-w-0 wrap-anywhere">{line}</span>
        </button>
      }
    >
      <UnderstoodDetails understood={understood} />
    </Popover>
  );
}
