import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** A key of the keyboard, such as `T` or `Ctrl K`. */
export function Kbd({ className, ...rest }: ComponentProps<"kbd">) {
  return (
    <kbd
      className={cn(
        "inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line bg-sunken px-1 font-sans text-xs text-ink-muted",
        className,
      )}
      {...rest}
    />
  );
}
