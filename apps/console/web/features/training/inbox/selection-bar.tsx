import { Button } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import type { Selection } from "../../delivery/letters/use-selection.ts";

type Props = { selection: Selection; onPick: () => void; onSkip: () => void };

/** What can be done with the chosen ones; stays in sight while something is chosen. */
export function SelectionBar({ selection, onPick, onSkip }: Props) {
  const t = useTranslations("training.inbox");
  const count = selection.ids.size;
  if (count === 0) return null;
  return (
    <div
      data-selection={count}
      className="sticky bottom-3 z-10 mt-3 flex flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-raised px-3 py-2 shadow-popup"
    >
      <p role="status" className="flex-1 font-medium whitespace-nowrap">
        {t("selected", { count })}
      </p>
      <Button variant="ghost" onClick={selection.clear}>
        {t("unselect")}
      </Button>
      <Button onClick={onSkip}>{t("skip")}</Button>
      <Button variant="primary" onClick={onPick}>
        {t("means")}
      </Button>
    </div>
  );
}
