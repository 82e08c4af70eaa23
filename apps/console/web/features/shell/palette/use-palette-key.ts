import { useEffect, useEffectEvent } from "react";

/** Ctrl-K, or Cmd-K on a Mac, also while somebody types; by its place, so that it works in a Russian layout. */
export function usePaletteKey(open: () => void): void {
  const onPressed = useEffectEvent(open);
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.code !== "KeyK" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      onPressed();
    };
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}
