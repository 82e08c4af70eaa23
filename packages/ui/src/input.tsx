import { Input as BaseInput } from "@base-ui/react/input";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** The frame that every text control shares. */
export const controlLook =
  "w-full rounded-md border border-line-strong bg-surface text-base text-ink transition-colors " +
  "focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 " +
  "aria-invalid:border-danger data-invalid:border-danger disabled:bg-sunken disabled:text-ink-muted";

export type InputProps = Omit<ComponentProps<typeof BaseInput>, "className"> & { className?: string };

/** Inside a `Field` it takes its label, hint and error from there. */
export function Input({ className, ...rest }: InputProps) {
  return <BaseInput className={cn(controlLook, "h-8 px-2.5", className)} {...rest} />;
}
