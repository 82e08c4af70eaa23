import { cn, ErrorState } from "@botdeck/ui";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import { FailureText } from "../../components/failure-text.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { useTitle } from "../../components/use-title.ts";

type Props = {
  title: string;
  text: string;
  /** What can be done here. */
  actions?: ReactNode;
  /** Stays while the rest is fetched. */
  aboveContent?: ReactNode;
  isWide?: boolean;
  isPending?: boolean;
  /** Null while there is something to show. */
  error?: unknown;
  onRetry?: () => void;
  children: ReactNode;
};

/** A page of the room: its title, and what it shows once that is there. */
export function AccessFrame({ title, text, actions, aboveContent, isWide = false, ...rest }: Props) {
  const { isPending = false, error = null, onRetry, children } = rest;
  const t = useTranslations();
  useTitle(title);
  return (
    <div className={cn("mx-auto flex flex-col gap-4 p-4 lg:p-6", isWide ? "max-w-5xl" : "max-w-3xl")}>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-xl font-semibold tracking-tight">{title}</h2>
          <p className="text-pretty text-ink-muted">{text}</p>
        </div>
        {actions}
      </div>
      {aboveContent}
      {error !== null && (
        <ErrorState
          title={t("access.failed")}
          text={<FailureText error={error} />}
          retryLabel={t("app.retry")}
          onRetry={onRetry}
        />
      )}
      {error === null && (isPending ? <PageSkeleton /> : children)}
    </div>
  );
}
