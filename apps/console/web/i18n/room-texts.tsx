import { type ReactNode, Suspense, use, useMemo } from "react";
import { IntlProvider, useMessages } from "use-intl";

import type { Locale } from "./locale.ts";
import { useLocaleChoice } from "./locale-provider.tsx";
import type { RoomMessages } from "./rooms/en.ts";

const LOADERS: Record<Locale, () => Promise<{ messages: RoomMessages }>> = {
  en: () => import("./rooms/en.ts"),
  ru: () => import("./rooms/ru.ts"),
};

const begun = new Map<Locale, Promise<RoomMessages>>();

function loadOnce(locale: Locale): Promise<RoomMessages> {
  const before = begun.get(locale);
  if (before !== undefined) return before;
  const loading = LOADERS[locale]().then(({ messages }) => messages);
  begun.set(locale, loading);
  // A page that is opened later tries again.
  loading.catch(() => begun.delete(locale));
  return loading;
}

type Props = { fallback: ReactNode; children: ReactNode };

/** Gives what is inside the texts of the rooms behind the first page; the first page does not wait for them. */
export function RoomTexts({ fallback, children }: Props) {
  return (
    <Suspense fallback={fallback}>
      <Loaded>{children}</Loaded>
    </Suspense>
  );
}

function Loaded({ children }: { children: ReactNode }) {
  const { locale } = useLocaleChoice();
  const first = useMessages();
  const rooms = use(loadOnce(locale));
  const messages = useMemo(() => ({ ...first, ...rooms }), [first, rooms]);
  return (
    <IntlProvider locale={locale} messages={messages}>
      {children}
    </IntlProvider>
  );
}
