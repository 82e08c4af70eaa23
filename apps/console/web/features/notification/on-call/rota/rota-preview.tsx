import { Card, cn } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { useMoment, usePersonName } from "../calendar-words.ts";
import type { PreviewTurn } from "./use-checked-rota.ts";

const MOST_SHOWN = 14;

/** Who would be on call in the next two weeks. @param props.turns Null while the rota has faults. */
export function RotaPreview({ turns }: { turns: readonly PreviewTurn[] | null }) {
  const t = useTranslations("notifications.onCall");
  const moment = useMoment();
  const nameOf = usePersonName();
  return (
    <Card className="flex flex-col gap-3">
      <div>
        <h3 className="text-lg font-semibold">{t("form.preview")}</h3>
        <p className="text-ink-muted">{t(turns === null ? "form.noPreview" : "form.previewHint")}</p>
      </div>
      {turns !== null && (
        <ol data-preview className="space-y-1">
          {turns.slice(0, MOST_SHOWN).map(({ people, fromAt }) => (
            <li key={fromAt} className="flex flex-wrap gap-x-2">
              <span className="text-ink-muted tabular-nums">{moment(fromAt)}</span>
              <span className={cn("font-medium wrap-anywhere", people.length === 0 && "text-danger")}>
                {people.length === 0 ? t("nobody") : people.map(nameOf).join(", ")}
              </span>
            </li>
          ))}
        </ol>
      )}
      {turns !== null && turns.length > MOST_SHOWN && (
        <p className="text-sm text-ink-muted">{t("form.more", { count: turns.length - MOST_SHOWN })}</p>
      )}
    </Card>
  );
}
