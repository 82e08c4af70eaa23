import type { Messages } from "./en.ts";

export const LOCALES = ["en", "ru"] as const;
export type Locale = (typeof LOCALES)[number];

/** Each language by its own name. */
export const LOCALE_NAME: Record<Locale, string> = { en: "English", ru: "Русский" };

const STORAGE_KEY = "botdeck.locale";

const LOADERS: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import("./en.ts"),
  ru: () => import("./ru.ts"),
};

/** The chosen language, else the first of the browser's that we speak, else English. */
export function preferredLocale(): Locale {
  const wishes = [storedChoice(), ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())];
  for (const wish of wishes) {
    const locale = LOCALES.find((known) => known === wish);
    if (locale) return locale;
  }
  return "en";
}

export function keepLocale(locale: Locale): void {
  try {
    localStorage.setItem(STORAGE_KEY, locale);
  } catch {
    // Storage is forbidden: the choice lasts as long as the page.
  }
}

export async function loadMessages(locale: Locale): Promise<Messages> {
  return (await LOADERS[locale]()).messages;
}

function storedChoice(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}
