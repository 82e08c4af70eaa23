import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { type Tone, toneTint } from "./tone.ts";

export type BadgeProps = ComponentProps<"span"> & { tone?: Tone };

/** A small label or a count; for a state of something use `StatusBadge`. */
export function Badge({ tone = "neutral", className, ...rest }: BadgeProps) {
  return (
    <span
      className={cn(
        "inline-flex h-5 min-w-5 items-center justify-center gap-1 rounded-full px-1.5 text-xs font-medium whitespace-nowrap tabular-nums",
        toneTint[tone],
        className,
      )}
      {...rest}
    />
  );
}
