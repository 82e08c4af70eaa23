import { RotateCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";

export type ErrorStateProps = {
  title: ReactNode;
  text?: ReactNode;
  retryLabel?: string;
  onRetry?: (() => void) | undefined;
  className?: string;
};

/** Something could not be loaded or done: says so at once to screen readers, and offers another try. */
export function ErrorState({ title, text, retryLabel, onRetry, className }: ErrorStateProps) {
  return (
    <div
      role="alert"
      className={cn("flex flex-wrap items-center gap-3 rounded-lg bg-danger-tint px-3 py-2", className)}
    >
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-danger" />
      <div className="min-w-0 flex-1 basis-40">
        <p className="font-medium text-danger">{title}</p>
        {text && <p className="text-sm wrap-anywhere text-ink">{text}</p>}
      </div>
      {onRetry && (
        <Button size="sm" onClick={onRetry}>
          <RotateCw aria-hidden />
          {retryLabel}
        </Button>
      )}
    </div>
  );
}
