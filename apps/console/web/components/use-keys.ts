import { useEffectEvent, useLayoutEffect } from "react";

import { useShortcutsEnabled } from "./shortcut-setting.ts";

type Keys = Record<string, (event: KeyboardEvent) => void>;

/**
 * Single keys that act while the reader types nowhere and nothing floats above the page.
 * Letters are named by their place (`KeyJ`), so that they work in a Russian layout; signs by themselves (`?`).
 *
 * @param goesFirst For keys that the page needs for itself though they mean something everywhere else.
 */
export function useKeys(keys: Keys, goesFirst = false): void {
  const { isEnabled } = useShortcutsEnabled();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isModified = event.ctrlKey || event.metaKey || event.altKey;
    // Escape stays when single keys are off: it is no letter that speech input could type.
    const isOff = !isEnabled && event.key !== "Escape";
    if (event.defaultPrevented || isModified || isOff || isTyping(event.target) || isSomethingOpen()) return;
    const act = keys[event.key] ?? keys[event.code];
    if (act === undefined) return;
    event.preventDefault();
    act(event);
  });
  // Before the page is painted: who sees it may press at once.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener("keydown", listener, goesFirst);
    return () => document.removeEventListener("keydown", listener, goesFirst);
  }, [goesFirst]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

/** A toast is a dialog by its role as well, and asks nothing: it alone has a type. */
function isSomethingOpen(): boolean {
  return document.querySelector("[role=dialog]:not([data-type]), [role=menu], [role=listbox]") !== null;
}
