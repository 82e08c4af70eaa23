import { type RefObject, useEffect, useState } from "react";

/** Heights in pixels, as `ConversationRow` sets them. */
const ROW_HEIGHT = 40;
const CARD_HEIGHT = 84;
/** The container's width at which Tailwind's `@xl` begins. */
const CARD_BELOW_WIDTH = 576;

/** The height of a row in the room there is: a line, or a card where it is narrow. */
export function useRowHeight(scroller: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(ROW_HEIGHT);
  useEffect(() => {
    if (scroller.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setHeight(entry.contentRect.width < CARD_BELOW_WIDTH ? CARD_HEIGHT : ROW_HEIGHT);
    });
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [scroller]);
  return height;
}
