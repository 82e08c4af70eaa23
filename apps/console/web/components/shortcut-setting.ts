import { useSyncExternalStore } from "react";

const STORAGE_KEY = "botdeck.shortcuts";
const listeners = new Set<() => void>();

/** Whether single keys act; people who speak to their computer switch them off (WCAG 2.1.4). */
export function useShortcutsEnabled(): { isEnabled: boolean; enable: (isEnabled: boolean) => void } {
  return { isEnabled: useSyncExternalStore(subscribe, read), enable };
}

function enable(isEnabled: boolean): void {
  try {
    localStorage.setItem(STORAGE_KEY, isEnabled ? "on" : "off");
  } catch {
    // Storage is forbidden: the keys stay as they are.
  }
  for (const listener of listeners) listener();
}

function read(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== "off";
  } catch {
    return true;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
