import { ChevronsUpDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { controlLook } from "./control-look.ts";

export type SelectButtonProps = ComponentProps<"button">;

/** Shows what is chosen, and opens the choice of something else. */
export function SelectButton({ className, children, ...rest }: SelectButtonProps) {
  return (
    <button
      type="button"
      role="combobox"
      className={cn(controlLook, "inline-flex h-8 items-center justify-between gap-2 px-2.5", className)}
      {...rest}
    >
      <span className="truncate">{children}</span>
      <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-muted" />
    </button>
  );
}
