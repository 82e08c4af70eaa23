import { Button } from "@botdeck/ui";
import { useFormatter, useTranslations } from "use-intl";

import type { Selection } from "./use-selection.ts";

type Props = {
  count: { count: number; isCut: boolean } | undefined;
  selection: Selection;
  /** Rows that are shown now. */
  shown: number;
  isDead: boolean;
  onAct: (act: "replay" | "discard", total: number) => void;
};

/** How many letters match, and what can be done with all of them. */
export function MatchingBar({ count, selection, shown, isDead, onAct }: Props) {
  const t = useTranslations("deliveries.letters");
  const format = useFormatter();
  const total = count?.count ?? shown;
  const isCut = count?.isCut ?? false;
  const told = isCut ? `${format.number(total)}+` : format.number(total);
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-2">
      <label className="flex items-center gap-2 text-sm text-ink-muted">
        <input
          type="checkbox"
          checked={selection.ids.size > 0}
          ref={(box) => {
            if (box !== null) box.indeterminate = selection.ids.size > 0 && selection.ids.size < shown;
          }}
          onChange={selection.toggleAll}
          className="ml-3.5 size-4 accent-accent"
        />
        {t("selectAll")}
      </label>
      <p className="flex-1 text-sm text-ink-muted tabular-nums" data-matching={total}>
        {t(isCut ? "countCut" : "count", { count: total })}
      </p>
      {isDead && (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => onAct("discard", total)}>
            {t("discardAll", { count: told })}
          </Button>
          <Button size="sm" variant="primary" onClick={() => onAct("replay", total)}>
            {t("replayAll", { count: told })}
          </Button>
        </div>
      )}
    </div>
  );
}
