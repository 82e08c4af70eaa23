export const THEME_CHOICES = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

const STORAGE_KEY = "botdeck.theme";
const listeners = new Set<() => void>();

/** The stored choice; "system" when there is none or storage is forbidden. */
export function readTheme(): ThemeChoice {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return THEME_CHOICES.find((choice) => choice === stored) ?? "system";
  } catch {
    return "system";
  }
}

/** Puts the stored choice on `<html data-theme>`; call it before the first render, so that nothing flashes. */
export function applyStoredTheme(): void {
  const choice = readTheme();
  if (choice === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = choice;
}

export function chooseTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(STORAGE_KEY, choice);
  } catch {
    // Storage is forbidden: nothing is kept, and the theme stays as it is.
  }
  announce();
}

/** Tells about choices made in this tab and in others. */
export function subscribeToTheme(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", announce);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("storage", announce);
  };
}

function announce(): void {
  applyStoredTheme();
  for (const listener of listeners) listener();
}
