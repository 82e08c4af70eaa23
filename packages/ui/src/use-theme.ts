import { useSyncExternalStore } from "react";
import { chooseTheme, readTheme, subscribeToTheme, type ThemeChoice } from "./theme-store.ts";

/** The person's choice of theme, kept in the browser and shared by its tabs. */
export function useTheme(): { choice: ThemeChoice; choose: (choice: ThemeChoice) => void } {
  const choice = useSyncExternalStore(subscribeToTheme, readTheme, () => "system" as const);
  return { choice, choose: chooseTheme };
}
