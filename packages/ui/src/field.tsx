import { Field as BaseField } from "@base-ui/react/field";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do; ties itself to the control and marks it invalid. */
  error?: ReactNode;
  /** The control: `Input`, `Textarea` or `Select`. */
  children: ReactNode;
  className?: string;
};

export function Field({ label, hint, error, children, className }: FieldProps) {
  const isInvalid = Boolean(error);
  return (
    <BaseField.Root invalid={isInvalid} className={cn("flex flex-col gap-1.5", className)}>
      <BaseField.Label className="text-sm font-medium text-ink">{label}</BaseField.Label>
      {children}
      {hint && <BaseField.Description className="text-sm text-ink-muted">{hint}</BaseField.Description>}
      <BaseField.Error match={isInvalid} className="flex items-start gap-1.5 text-sm text-danger">
        <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
        {error}
      </BaseField.Error>
    </BaseField.Root>
  );
}
