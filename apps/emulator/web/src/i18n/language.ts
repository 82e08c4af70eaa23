import { useCallback, useState } from "react";
import { type Catalog, en } from "./en.ts";
import { ru } from "./ru.ts";

export const LANGUAGES = ["ru", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A language is named in itself, so that its readers find it. */
export const LANGUAGE_NAMES: Record<Language, string> = { ru: "Русский", en: "English" };

export const catalogs: Record<Language, Catalog> = { ru, en };

declare module "use-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: typeof en;
  }
}

const STORAGE_KEY = "botdeck.language";

/** The chosen language, kept in the browser; before any choice, the first of the browser's own that we speak. */
export function useLanguage(): { language: Language; choose: (language: Language) => void } {
  const [language, setLanguage] = useState(readLanguage);
  const choose = useCallback((next: Language) => {
    try {
      localStorage.setItem(STORAGE_KEY, next);
    } catch {
      // Storage is forbidden: the choice lasts as long as the page.
    }
    setLanguage(next);
  }, []);
  return { language, choose };
}

function readLanguage(): Language {
  return LANGUAGES.find((language) => language === readStored()) ?? spoken(navigator.language) ?? "en";
}

function spoken(tag: string): Language | undefined {
  return LANGUAGES.find((language) => tag.toLowerCase().startsWith(language));
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}
