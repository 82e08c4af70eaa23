import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { type Tone, toneTint } from "./tone.ts";

export type StatusBadgeProps = ComponentProps<"span"> & { tone: Tone };

/** A state: dot, word and tint together, so that colour never carries the meaning alone. */
export function StatusBadge({ tone, className, children, ...rest }: StatusBadgeProps) {
  return (
    <span
      className={cn(
        "inline-flex h-5 items-center gap-1.5 rounded-full px-2 text-xs font-medium whitespace-nowrap",
        toneTint[tone],
        className,
      )}
      {...rest}
    >
      <span aria-hidden className="size-1.5 rounded-full bg-current" />
      {children}
    </span>
  );
}
