import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { Spinner } from "./spinner.tsx";

/** Looks of a button, for links that should look like one: `<a className={buttonLook({ variant: "ghost" })}>`. */
export const buttonLook = cva(
  [
    "inline-flex shrink-0 items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap select-none",
    "transition-colors duration-100 [&_svg]:size-4 [&_svg]:shrink-0",
    "disabled:border-line disabled:bg-sunken disabled:text-ink-muted aria-disabled:text-ink-muted",
  ],
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-accent-ink hover:bg-accent-strong",
        secondary: "border-line bg-surface text-ink hover:bg-sunken",
        ghost:
          "border-transparent bg-transparent text-ink-muted hover:bg-sunken hover:text-ink disabled:bg-transparent",
        danger: "border-transparent bg-danger-solid text-danger-solid-ink hover:underline",
      },
      size: {
        sm: "h-7 px-2.5 text-sm",
        md: "h-8 px-3 text-base",
        lg: "h-10 px-4 text-base",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonLook> & {
    /** Shows a spinner and takes no clicks, while the label stays for screen readers and layout. */
    isBusy?: boolean;
  };

export function Button({ variant, size, isBusy = false, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={cn(buttonLook({ variant, size }), className)}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      {...rest}
    >
      {isBusy && <Spinner />}
      {children}
    </button>
  );
}
