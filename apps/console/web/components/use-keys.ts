import { useEffect, useEffectEvent } from "react";

import { useShortcutsEnabled } from "./shortcut-setting.ts";

type Keys = Record<string, () => void>;

/**
 * Single keys that act while the reader types nowhere and nothing floats above the page.
 * Letters are named by their place (`KeyJ`), so that they work in a Russian layout; signs by themselves (`?`).
 */
export function useKeys(keys: Keys): void {
  const { isEnabled } = useShortcutsEnabled();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isModified = event.ctrlKey || event.metaKey || event.altKey;
    // Escape stays when single keys are off: it is no letter that speech input could type.
    const isOff = !isEnabled && event.key !== "Escape";
    if (event.defaultPrevented || isModified || isOff || isTyping(event.target) || isSomethingOpen()) return;
    const act = keys[event.key] ?? keys[event.code];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

function isSomethingOpen(): boolean {
  return document.querySelector("[role=dialog], [role=menu], [role=listbox]") !== null;
}
