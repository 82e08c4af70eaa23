import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button.tsx";
import { cn } from "./cn.ts";
import { Tooltip } from "./tooltip.tsx";

const SQUARE = { sm: "size-7", md: "size-8", lg: "size-10" };

export type IconButtonProps = Omit<ButtonProps, "children" | "aria-label"> & {
  /** Names the button for screen readers and, on hover and focus, in a tooltip. */
  label: string;
  icon: ReactNode;
};

export function IconButton({ label, icon, variant = "ghost", size = "md", className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <Button
        aria-label={label}
        variant={variant}
        size={size}
        className={cn(SQUARE[size ?? "md"], "px-0", className)}
        {...rest}
      >
        {icon}
      </Button>
    </Tooltip>
  );
}
