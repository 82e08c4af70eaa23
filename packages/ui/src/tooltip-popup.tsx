import { Tooltip as BaseTooltip } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";
import { useTooltipOpen } from "./use-tooltip-open.ts";

export type TooltipPopupProps = {
  anchor: HTMLElement;
  text: ReactNode;
  side: "top" | "right" | "bottom" | "left";
};

/** The words beside an element that is being pointed at, or has the focus. */
export function TooltipPopup({ anchor, text, side }: TooltipPopupProps) {
  const { isOpen, keep, leave, close } = useTooltipOpen(anchor);
  return (
    <BaseTooltip.Root open={isOpen} onOpenChange={(shouldOpen) => !shouldOpen && close()}>
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner anchor={anchor} side={side} sideOffset={6} className="z-50">
          <BaseTooltip.Popup
            onPointerEnter={keep}
            onPointerLeave={leave}
            className="max-w-64 animate-fade-in rounded-md bg-ink px-2 py-1 text-sm text-canvas shadow-popup"
          >
            {text}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
