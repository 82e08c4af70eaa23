import { cn } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import type { Run } from "../types.ts";
import { useIntentName } from "../use-intent-name.ts";

type Change = Run["changes"][number];

/** Phrases that are understood otherwise than before, what gets worse first. */
export function RunChanges({ changes }: { changes: Run["changes"] }) {
  const t = useTranslations("training.teaching");
  const nameOf = useIntentName();
  if (changes.length === 0) return <p>{t("noChanges")}</p>;
  const meant = (intent: string | null) => (intent === null ? t("asks") : nameOf(intent));
  return (
    <details>
      <summary className="cursor-pointer font-medium">{t("changes", { count: changes.length })}</summary>
      <ul className="mt-2 flex max-h-80 flex-col gap-2 overflow-y-auto" tabIndex={0} aria-label={t("changesLabel")}>
        {changes.map((change) => (
          <li
            key={change.text}
            data-change={verdictOf(change)}
            className={cn("border-l-2 pl-2", LOOK[verdictOf(change)])}
          >
            <p className="wrap-anywhere">{change.text}</p>
            <p className="text-sm wrap-anywhere text-ink-muted">
              {t("change", { before: meant(change.before), after: meant(change.after) })}
              {verdictOf(change) === "worse" && `. ${t("expected", { intent: nameOf(change.expected) })}`}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

const LOOK = { better: "border-human", worse: "border-danger", other: "border-line-strong" };

/** Whether a change is for the better, for the worse, or from one mistake to another. */
function verdictOf({ expected, before, after }: Change): keyof typeof LOOK {
  const grade = (actual: string | null) => {
    if (expected === "oos") return actual === null ? 2 : 0;
    return actual === null ? 1 : actual === expected ? 2 : 0;
  };
  const gain = grade(after) - grade(before);
  return gain > 0 ? "better" : gain < 0 ? "worse" : "other";
}
