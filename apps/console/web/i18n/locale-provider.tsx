import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";
import { IntlProvider } from "use-intl";

import type { Messages } from "./en.ts";
import type { RoomMessages } from "./rooms/room-loaders.ts";
import { keepLocale, loadMessages, type Locale } from "./locale.ts";

/** An operator's clock has 24 hours in every language. */
const formats = { dateTime: { clock: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } } } as const;

declare module "use-intl" {
  interface AppConfig {
    Formats: typeof formats;
    Locale: Locale;
    /** Those of the rooms are there inside `RoomTexts` only. */
    Messages: Messages & RoomMessages;
  }
}

type LocaleChoice = { locale: Locale; choose: (locale: Locale) => void };

const LocaleContext = createContext<LocaleChoice | null>(null);

type Props = { initial: { locale: Locale; messages: Messages }; children: ReactNode };

/** Texts, numbers and dates in the person's language and time zone. Another language is fetched when it is chosen. */
export function LocaleProvider({ initial, children }: Props) {
  const [{ locale, messages }, setLanguage] = useState(initial);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  const choice = useMemo(
    () => ({
      locale,
      choose(next: Locale) {
        keepLocale(next);
        void loadMessages(next).then((loaded) => setLanguage({ locale: next, messages: loaded }));
      },
    }),
    [locale],
  );
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <LocaleContext value={choice}>
      <IntlProvider locale={locale} messages={messages} formats={formats} timeZone={timeZone}>
        {children}
      </IntlProvider>
    </LocaleContext>
  );
}

export function useLocaleChoice(): LocaleChoice {
  const choice = use(LocaleContext);
  if (choice === null) throw new TypeError("useLocaleChoice needs a LocaleProvider around it");
  return choice;
}
