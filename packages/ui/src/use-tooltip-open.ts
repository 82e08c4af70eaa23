import { useEffect, useMemo, useState } from "react";

/** Who only passes over it sees nothing. */
const REST_MS = 600;
/** Time to cross from the element to its words: these stay while they are pointed at. */
const CROSS_MS = 120;

type TooltipOpen = { isOpen: boolean; keep: () => void; leave: () => void; close: () => void };

/** Whether the words of an element are to be seen: soon after a pointer rests on it, at once when the keyboard comes to it. */
export function useTooltipOpen(anchor: HTMLElement): TooltipOpen {
  const [isOpen, setIsOpen] = useState(false);
  const acts = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = (shouldOpen: boolean, afterMs: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => setIsOpen(shouldOpen), afterMs);
    };
    const keep = () => clearTimeout(timer);
    return {
      keep,
      rest: () => turn(true, REST_MS),
      leave: () => turn(false, CROSS_MS),
      open() {
        keep();
        setIsOpen(true);
      },
      close() {
        keep();
        setIsOpen(false);
      },
    };
  }, []);

  useEffect(() => {
    const { keep, rest, leave, open, close } = acts;
    // What made it load has already happened.
    if (anchor.matches(":focus-visible")) open();
    else if (anchor.matches(":hover")) rest();
    const listening = new AbortController();
    const { signal } = listening;
    anchor.addEventListener("pointerenter", (event) => event.pointerType !== "touch" && rest(), { signal });
    anchor.addEventListener("pointerleave", leave, { signal });
    anchor.addEventListener("focus", () => anchor.matches(":focus-visible") && open(), { signal });
    anchor.addEventListener("blur", close, { signal });
    // It was found; the words would only stand in the way.
    anchor.addEventListener("pointerdown", close, { signal });
    anchor.addEventListener("click", close, { signal });
    return () => {
      keep();
      listening.abort();
    };
  }, [anchor, acts]);

  return { isOpen, keep: acts.keep, leave: acts.leave, close: acts.close };
}
