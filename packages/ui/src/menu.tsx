import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { cn } from "./cn.ts";

/** Ground of everything that floats: menus, lists of a select. */
export const popupLook =
  "min-w-40 animate-fade-in rounded-lg border border-line bg-raised p-1 text-ink shadow-popup outline-none";
/** A row in a floating list. */
export const popupRowLook =
  "flex h-8 items-center gap-2 rounded-md px-2 text-base outline-none select-none data-highlighted:bg-accent-tint " +
  "data-disabled:text-ink-muted [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-muted";

export type MenuProps = {
  /** The button that opens it. */
  trigger: ReactElement<Record<string, unknown>>;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  /** `MenuItem`, `MenuSeparator`, `MenuChoice`. */
  children: ReactNode;
};

export function Menu({ trigger, align = "start", side = "bottom", children }: MenuProps) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner align={align} side={side} sideOffset={4} className="z-50">
          <BaseMenu.Popup className={popupLook}>{children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

export function MenuItem({ className, ...rest }: ComponentProps<typeof BaseMenu.Item> & { className?: string }) {
  return <BaseMenu.Item className={cn(popupRowLook, className)} {...rest} />;
}

export function MenuSeparator() {
  return <BaseMenu.Separator className="-mx-1 my-1 h-px bg-line" />;
}

export type MenuChoiceProps<Value extends string> = {
  /** Says to screen readers what is chosen here. */
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; icon?: ReactNode }[];
  onChange: (value: Value) => void;
};

/** One of several, marked with a tick. */
export function MenuChoice<Value extends string>({ label, value, options, onChange }: MenuChoiceProps<Value>) {
  return (
    <BaseMenu.RadioGroup aria-label={label} value={value} onValueChange={onChange}>
      {options.map((option) => (
        <BaseMenu.RadioItem key={option.value} value={option.value} closeOnClick className={popupRowLook}>
          {option.icon}
          <span className="flex-1">{option.label}</span>
          <BaseMenu.RadioItemIndicator>
            <Check aria-hidden />
          </BaseMenu.RadioItemIndicator>
        </BaseMenu.RadioItem>
      ))}
    </BaseMenu.RadioGroup>
  );
}
