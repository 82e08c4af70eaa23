import { Card, cn, Skeleton } from "@botdeck/ui";
import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";

import { FailedState } from "../../components/failed-state.tsx";

type Props = {
  title: string;
  text?: string;
  actions?: ReactNode;
  query: { isPending: boolean; error: unknown; data: unknown; refetch: () => unknown };
  className?: string;
  children: ReactNode;
};

/** A part of the page with a question of its own: it may still load, or fail, while the others are there. */
export function Panel({ title, text, actions, query, className, children }: Props) {
  const id = useId();
  return (
    <Card aria-labelledby={id} className={cn("flex min-w-0 flex-col gap-3", className)}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-48">
          <h2 id={id} className="text-lg font-semibold">
            {title}
          </h2>
          {text !== undefined && <p className="text-sm text-pretty text-ink-muted">{text}</p>}
        </div>
        {actions}
      </div>
      <Content query={query}>{children}</Content>
    </Card>
  );
}

function Content({ query, children }: Pick<Props, "query" | "children">) {
  const t = useTranslations();
  if (query.data !== undefined) return children;
  if (query.isPending) return <Skeleton className="h-40 w-full" />;
  return <FailedState title={t("quality.failed")} error={query.error} onRetry={() => void query.refetch()} />;
}
