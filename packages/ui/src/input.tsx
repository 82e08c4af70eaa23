import { Input as BaseInput } from "@base-ui/react/input";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { controlLook } from "./control-look.ts";

export type InputProps = Omit<ComponentProps<typeof BaseInput>, "className"> & { className?: string };

/** Inside a `Field` it takes its label, hint and error from there. */
export function Input({ className, ...rest }: InputProps) {
  return <BaseInput className={cn(controlLook, "h-8 px-2.5", className)} {...rest} />;
}
