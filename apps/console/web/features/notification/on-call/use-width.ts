import { useCallback, useState } from "react";

/** How wide an element is, in CSS pixels; 0 before it is known. Give `ref` to the element. */
export function useWidth(): { width: number; ref: (element: HTMLElement | null) => (() => void) | undefined } {
  const [width, setWidth] = useState(0);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { width, ref };
}
