import { cn } from "@botdeck/ui";
import type { ReactNode } from "react";

import { FailedState } from "./failed-state.tsx";
import { PageSkeleton } from "./page-skeleton.tsx";
import { useTitle } from "./use-title.ts";

export type PageFrameProps = {
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
  onRetry?: (() => void) | undefined;
  children: ReactNode;
};

type Props = PageFrameProps & {
  /** Told when the content cannot be fetched. */
  failed: string;
  width: "max-w-3xl" | "max-w-4xl" | "max-w-5xl" | "max-w-6xl";
};

/** A page of a room: its title, and what it shows once that is there. */
export function PageFrame({ title, tabTitle, text, actions, aboveContent, width, failed, ...content }: Props) {
  const { isPending, error, onRetry, children } = content;
  useTitle(tabTitle);
  return (
    <div className={cn("mx-auto flex flex-col gap-4 p-4 lg:p-6", width)}>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-xl font-semibold tracking-tight wrap-anywhere">{title}</h2>
          {text !== undefined && <p className="max-w-3xl text-pretty text-ink-muted">{text}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {aboveContent}
      {error !== null && <FailedState title={failed} error={error} onRetry={onRetry} />}
      {error === null && (isPending ? <PageSkeleton /> : children)}
    </div>
  );
}
