import { type RefObject, useEffect, useState } from "react";

/** Rows kept ready above and below what is in sight. */
const OVERSCAN = 8;

type Options = { scroller: RefObject<HTMLElement | null>; count: number; rowHeight: number };

/** Which rows of a long list of equal heights are in sight: from `start` up to but without `end`. */
export function useWindow({ scroller, count, rowHeight }: Options): { start: number; end: number } {
  const [view, setView] = useState({ first: 0, rows: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => {
      const first = Math.floor(element.scrollTop / rowHeight);
      const rows = Math.ceil(element.clientHeight / rowHeight) + 1;
      // The same object again spares a rendering for every pixel that is scrolled.
      setView((before) => (before.first === first && before.rows === rows ? before : { first, rows }));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [scroller, rowHeight]);
  return windowOf(view, count);
}

/** Kept inside the list: it may have become shorter than the place that was scrolled to. */
function windowOf(view: { first: number; rows: number }, count: number): { start: number; end: number } {
  const first = Math.min(view.first, Math.max(0, count - view.rows));
  return { start: Math.max(0, first - OVERSCAN), end: Math.min(count, first + view.rows + OVERSCAN) };
}
