import {
  cloneElement,
  type ComponentType,
  type FocusEvent,
  type HTMLAttributes,
  lazy,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  Suspense,
  useState,
} from "react";
import type { TooltipPopupProps } from "./tooltip-popup.tsx";

// What says it floats, and that takes more than all the buttons together: it comes with the first that is pointed at.
const TooltipPopup = lazy<ComponentType<TooltipPopupProps>>(() =>
  import("./tooltip-popup.tsx").then(
    (module) => ({ default: module.TooltipPopup }),
    // It repeats the name that its element has anyway; a page is not to fail for it.
    () => ({ default: () => null }),
  ),
);

export type TooltipProps = {
  text: ReactNode;
  side?: TooltipPopupProps["side"];
  /** One focusable element; it still needs a name of its own. */
  children: ReactElement<Pick<HTMLAttributes<HTMLElement>, "onPointerEnter" | "onFocus">>;
};

export function Tooltip({ text, side = "top", children }: TooltipProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { onPointerEnter, onFocus } = children.props;
  const element = cloneElement(children, {
    onPointerEnter(event: PointerEvent<HTMLElement>) {
      onPointerEnter?.(event);
      if (event.pointerType !== "touch") setAnchor(event.currentTarget);
    },
    onFocus(event: FocusEvent<HTMLElement>) {
      onFocus?.(event);
      if (event.currentTarget.matches(":focus-visible")) setAnchor(event.currentTarget);
    },
  });
  return (
    <>
      {element}
      {anchor !== null && (
        <Suspense>
          <TooltipPopup anchor={anchor} text={text} side={side} />
        </Suspense>
      )}
    </>
  );
}
