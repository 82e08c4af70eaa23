import { BbText, StatusBadge, type Tone } from "@botdeck/ui";
import { useSearch, Link } from "@tanstack/react-router";
import type { inferRouterOutputs } from "@trpc/server";
import { Check, Minus } from "lucide-react";
import { useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { OpenedRow } from "../../../components/opened-row.tsx";
import { useShortTime } from "../../../components/use-short-time.ts";

type Row = inferRouterOutputs<AppRouter>["notification"]["list"]["rows"][number];

const TONE: Record<Row["outcome"], Tone> = {
  sent: "human",
  digested: "human",
  edited: "human",
  held: "warning",
  skipped: "neutral",
  failed: "danger",
};

const LINK = "w-fit text-accent underline underline-offset-2";

/** What one rule came to: for whom, what became of it, and the way there when it is opened. */
export function LogRow({ row }: { row: Row }) {
  const t = useTranslations("notifications.log");
  const shortTime = useShortTime();
  const { portal } = useSearch({ strict: false });
  const who = row.dialogName ?? row.dialogId;
  return (
    <li data-notification={row.outcome}>
      <OpenedRow
        summary={
          <>
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-medium wrap-anywhere">{row.ruleName}</span>
                <span className="text-ink-muted">→ {who ?? t("nobody")}</span>
              </span>
              <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-sm text-ink-muted">
                <time dateTime={row.at}>{shortTime(row.at)}</time>
                {row.subjectTitle !== null && <span className="wrap-anywhere">{row.subjectTitle}</span>}
                {(row.alertId === null || row.subjectTitle === null) && (
                  <span className="font-mono wrap-anywhere">{row.subject}</span>
                )}
                {row.dueAt !== null && row.outcome === "held" && (
                  <span>{t("dueAt", { time: shortTime(row.dueAt) })}</span>
                )}
              </span>
            </span>
            <StatusBadge tone={TONE[row.outcome]}>{t(`outcomes.${row.outcome}`)}</StatusBadge>
          </>
        }
      >
        {row.line !== null && (
          <div className="border-l-2 border-line pl-2">
            <BbText text={row.line} />
          </div>
        )}
        <ol aria-label={t("way")} className="space-y-1">
          {row.path.map(({ step, passed, sentence }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- steps of a path never move
            <li key={index} className="flex items-start gap-2">
              {passed ? (
                <Check aria-hidden className="mt-0.5 size-3.5 shrink-0 text-human" />
              ) : (
                <Minus aria-hidden className="mt-0.5 size-3.5 shrink-0 text-warning" />
              )}
              <span className="min-w-0 wrap-anywhere">
                <span className="sr-only">
                  {t(`steps.${step}`)}, {t(passed ? "passed" : "stopped")}:{" "}
                </span>
                {sentence}
              </span>
            </li>
          ))}
        </ol>
        {row.alertId === null ? (
          <Link to="/notifications/rules/$code" params={{ code: row.ruleCode }} search={{ portal }} className={LINK}>
            {t("toRule")}
          </Link>
        ) : (
          <Link
            to="/notifications/alerts/$groupId"
            params={{ groupId: row.alertId }}
            search={{ portal }}
            className={LINK}
          >
            {t("toAlert")}
          </Link>
        )}
      </OpenedRow>
    </li>
  );
}
