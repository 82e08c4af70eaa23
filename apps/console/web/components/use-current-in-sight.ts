import { type RefObject, useEffect } from "react";

/**
 * Brings what is current of a strip into sight: on a phone it may stand outside.
 *
 * @param changes What moves it, beside the address; it is looked for again whenever one of these is another.
 */
export function useCurrentInSight(strip: RefObject<HTMLElement | null>, ...changes: (string | boolean | undefined)[]) {
  const state = changes.join(" ");
  useEffect(() => {
    const show = () =>
      strip.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
    show();
    // The words may be wider in their own letters than in those that stood in for them.
    void document.fonts.ready.then(show);
  }, [strip, state]);
}
