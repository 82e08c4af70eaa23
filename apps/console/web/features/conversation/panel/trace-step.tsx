import { cn } from "@botdeck/ui";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";

type Props = {
  title: ReactNode;
  /** Null for what has no time of its own. */
  at: string | null;
  /** What it is counted from. */
  since?: string | null;
  /** It is what this is about. */
  isMarked?: boolean;
  isBad?: boolean;
  children?: ReactNode;
};

const SECOND_MS = 1_000;

/** One station of a message's way. */
export function TraceStep({ title, at, since = null, isMarked = false, isBad = false, children }: Props) {
  const t = useTranslations("trace");
  const format = useFormatter();
  const tookMs = at === null || since === null ? null : Date.parse(at) - Date.parse(since);
  return (
    <li className="relative flex gap-3 pb-4 before:absolute before:top-4 before:bottom-0 before:left-[0.3125rem] before:w-px before:bg-line last:pb-0 last:before:hidden">
      <span
        aria-hidden
        className={cn(
          "mt-1 size-[0.6875rem] shrink-0 rounded-full border-2",
          isBad
            ? "border-danger bg-danger-tint"
            : isMarked
              ? "border-accent bg-accent"
              : "border-line-strong bg-surface",
        )}
      />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="flex min-w-0 flex-wrap items-center gap-1.5 font-medium">{title}</span>
          {isMarked && <span className="text-xs text-ink-muted">{t("thisOne")}</span>}
          {at !== null && (
            <time dateTime={at} className="ml-auto text-xs text-ink-muted tabular-nums">
              {format.dateTime(new Date(at), {
                hour: "2-digit",
                minute: "2-digit",
                second: "2-digit",
                fractionalSecondDigits: 3,
                hourCycle: "h23",
              })}
            </time>
          )}
        </p>
        <div className="text-sm wrap-anywhere text-ink-muted">
          {children}
          {tookMs !== null && tookMs >= 0 && (
            <p>
              {tookMs < SECOND_MS ? t("afterMs", { ms: tookMs }) : t("afterSeconds", { seconds: tookMs / SECOND_MS })}
            </p>
          )}
        </div>
      </div>
    </li>
  );
}
