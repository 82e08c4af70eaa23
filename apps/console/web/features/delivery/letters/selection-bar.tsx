import { Button, Kbd } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import type { Selection } from "./use-selection.ts";

type Props = {
  selection: Selection;
  isDead: boolean;
  onAct: (act: "replay" | "discard" | "restore", ids: readonly string[]) => void;
};

/** What can be done with the chosen ones; stays in sight while something is chosen. */
export function SelectionBar({ selection, isDead, onAct }: Props) {
  const t = useTranslations("deliveries.letters");
  const ids = [...selection.ids];
  if (ids.length === 0) return null;
  return (
    <div
      data-selection={ids.length}
      className="sticky bottom-3 z-20 mt-3 flex flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-raised px-3 py-2 shadow-popup"
    >
      <p role="status" className="flex-1 font-medium whitespace-nowrap">
        {t("selected", { count: ids.length })}
      </p>
      <Button variant="ghost" onClick={selection.clear}>
        {t("unselect")}
      </Button>
      {isDead ? (
        <>
          <Button onClick={() => onAct("discard", ids)}>{t("discardSelected")}</Button>
          <Button variant="primary" onClick={() => onAct("replay", ids)}>
            {t("replaySelected")}
            <Kbd className="max-md:hidden">R</Kbd>
          </Button>
        </>
      ) : (
        <Button variant="primary" onClick={() => onAct("restore", ids)}>
          {t("restoreSelected")}
        </Button>
      )}
    </div>
  );
}
