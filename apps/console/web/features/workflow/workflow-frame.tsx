import { ErrorState } from "@botdeck/ui";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import { FailureText } from "../../components/failure-text.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { useTitle } from "../../components/use-title.ts";

type Props = {
  title: ReactNode;
  /** In the browser's tab. */
  tabTitle: string;
  text?: ReactNode;
  /** What can be done here. */
  actions?: ReactNode;
  /** Stays while the rest is fetched. */
  aboveContent?: ReactNode;
  isPending: boolean;
  /** Null while there is something to show. */
  error: unknown;
  onRetry: () => void;
  children: ReactNode;
};

/** A page of the room: its title, and what it shows once that is there. */
export function WorkflowFrame({ title, tabTitle, text, actions, aboveContent, ...rest }: Props) {
  const { isPending, error, onRetry, children } = rest;
  const t = useTranslations();
  useTitle(tabTitle);
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4 p-4 lg:p-6">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-xl font-semibold tracking-tight wrap-anywhere">{title}</h2>
          {text !== undefined && <p className="max-w-3xl text-pretty text-ink-muted">{text}</p>}
        </div>
        {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {aboveContent}
      {contentOf()}
    </div>
  );

  function contentOf(): ReactNode {
    if (error !== null) {
      return (
        <ErrorState
          title={t("workflows.failed")}
          text={<FailureText error={error} />}
          retryLabel={t("app.retry")}
          onRetry={onRetry}
        />
      );
    }
    return isPending ? <PageSkeleton /> : children;
  }
}
