import { Select as BaseSelect } from "@base-ui/react/select";
import { Check } from "lucide-react";
import type { ReactElement } from "react";
import { cn } from "./cn.ts";
import { popupLook, popupRowLook } from "./menu.tsx";
import { SelectButton } from "./select-button.tsx";

export type SelectProps<Value extends string> = {
  /** Names the control; leave it out inside a `Field`, whose label does so. */
  label?: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  /** The `SelectButton` that opens it, where it stood there before the choices were loaded. */
  trigger?: ReactElement<Record<string, unknown>>;
  className?: string;
};

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, value, options, onChange, trigger, className } = props;
  return (
    <BaseSelect.Root items={options} value={value} onValueChange={(next) => next !== null && onChange(next)}>
      <BaseSelect.Trigger
        render={
          trigger ?? (
            <SelectButton aria-label={label} className={className}>
              <BaseSelect.Value />
            </SelectButton>
          )
        }
      />
      <BaseSelect.Portal>
        <BaseSelect.Positioner align="start" sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <BaseSelect.Popup className={cn(popupLook, "max-h-80 min-w-(--anchor-width) overflow-y-auto")}>
            {options.map((option) => (
              <BaseSelect.Item key={option.value} value={option.value} className={popupRowLook}>
                <BaseSelect.ItemText className="flex-1">{option.label}</BaseSelect.ItemText>
                <BaseSelect.ItemIndicator>
                  <Check aria-hidden />
                </BaseSelect.ItemIndicator>
              </BaseSelect.Item>
            ))}
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
