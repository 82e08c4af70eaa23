import { Card } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { useShortTime } from "../../../components/use-short-time.ts";
import { useTRPC } from "../../../trpc.ts";
import { LineDiff } from "../edit/line-diff.tsx";

/** Who changed what in a letter, oldest first; nothing where nobody did. Also of one that is dead no more. */
export function EditList({ id }: { id: string }) {
  const t = useTranslations("deliveries.edit");
  const shortTime = useShortTime();
  const { data: edits = [] } = useQuery(useTRPC().deadLetter.edits.queryOptions({ id }));
  if (edits.length === 0) return null;
  return (
    <Card>
      <h3 className="font-semibold">{t("list")}</h3>
      <ol className="mt-2 flex flex-col gap-3">
        {edits.map((edit) => (
          <li key={edit.id} data-edit>
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium wrap-anywhere">
                {t("by", { name: edit.actorName, count: edit.attempt })}
              </span>
              <time dateTime={edit.at} className="text-sm text-ink-muted">
                {shortTime(edit.at)}
              </time>
            </p>
            <p className="text-ink-muted wrap-anywhere">{edit.reason}</p>
            <details className="mt-1">
              <summary className="text-sm text-accent">{t("show")}</summary>
              <div className="mt-1">
                <LineDiff label={t("show")} lines={edit.lines} />
              </div>
            </details>
          </li>
        ))}
      </ol>
    </Card>
  );
}
