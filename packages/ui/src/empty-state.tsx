import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export type EmptyStateProps = {
  icon?: ReactNode;
  title: ReactNode;
  /** What would be here, and how to get it. */
  text?: ReactNode;
  action?: ReactNode;
  className?: string;
};

export function EmptyState({ icon, title, text, action, className }: EmptyStateProps) {
  return (
    <div className={cn("flex flex-col items-center justify-center gap-1.5 px-6 py-12 text-center", className)}>
      {icon && (
        <span
          aria-hidden
          className="mb-2 inline-flex size-10 items-center justify-center rounded-full bg-sunken text-ink-muted [&_svg]:size-5"
        >
          {icon}
        </span>
      )}
      <p className="text-lg font-semibold text-ink">{title}</p>
      {text && <p className="max-w-sm text-base text-pretty text-ink-muted">{text}</p>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
