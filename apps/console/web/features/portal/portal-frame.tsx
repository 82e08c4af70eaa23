import { cn, ToastProvider } from "@botdeck/ui";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import { BackLink } from "../../components/back-link.tsx";
import { FailedState } from "../../components/failed-state.tsx";
import { PageSkeleton } from "../../components/page-skeleton.tsx";
import { useTitle } from "../../components/use-title.ts";

type Props = {
  title: string;
  text?: ReactNode;
  /** Beside the title, such as a state. */
  badge?: ReactNode;
  actions?: ReactNode;
  /** Leads back to the list. */
  isBelowList?: boolean;
  isPending?: boolean;
  /** Null while there is something to show. */
  error?: unknown;
  failed?: string;
  onRetry?: () => void;
  children: ReactNode;
};

/** What is around each page of portals: its title, what can be done, and what there is to say instead of its content. */
export function PortalFrame({ title, text, badge, actions, isBelowList = false, ...rest }: Props) {
  const { isPending = false, error = null, failed = "", onRetry = () => {}, children } = rest;
  const t = useTranslations();
  useTitle(title);
  return (
    <ToastProvider closeLabel={t("app.close")}>
      <div className="h-full overflow-y-auto">
        <div className="mx-auto flex max-w-4xl flex-col gap-5 p-4 lg:p-6">
          <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
            <div className="min-w-0 flex-1 basis-60">
              <div className="flex items-center gap-2">
                {isBelowList && <BackLink to="/portals" aria-label={t("portals.back")} />}
                <h1 className="min-w-0 text-xl font-semibold tracking-tight wrap-anywhere">{title}</h1>
                {badge}
              </div>
              {text !== undefined && <p className={cn("text-pretty text-ink-muted", isBelowList && "pl-8")}>{text}</p>}
            </div>
            {actions}
          </header>
          {contentOf()}
        </div>
      </div>
    </ToastProvider>
  );

  function contentOf(): ReactNode {
    if (error !== null) {
      return <FailedState title={failed} error={error} onRetry={onRetry} />;
    }
    return isPending ? <PageSkeleton /> : children;
  }
}
