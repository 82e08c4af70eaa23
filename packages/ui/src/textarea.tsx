import { Field as BaseField } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { controlLook } from "./control-look.ts";

/** Grows with its text; bound it with `max-h-*`. Inside a `Field` it takes its label, hint and error from there. */
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <BaseField.Control
      render={<textarea {...rest} />}
      className={cn(controlLook, "field-sizing-content min-h-16 px-2.5 py-1.5", className)}
    />
  );
}
