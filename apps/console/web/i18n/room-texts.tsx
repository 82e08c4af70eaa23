import { type ReactNode, Suspense, use, useMemo } from "react";
import { IntlProvider, useMessages } from "use-intl";

import type { Locale } from "./locale.ts";
import { useLocaleChoice } from "./locale-provider.tsx";
import { type Room, ROOM_LOADERS, type RoomMessages } from "./rooms/room-loaders.ts";

const begun = new Map<string, Promise<Partial<RoomMessages>>>();

function loadOnce(room: Room, locale: Locale): Promise<Partial<RoomMessages>> {
  const name = `${room} ${locale}`;
  const before = begun.get(name);
  if (before !== undefined) return before;
  const loading = Promise.all([ROOM_LOADERS.shared[locale](), ROOM_LOADERS[room][locale]()]).then(
    ([shared, own]): Partial<RoomMessages> => ({ ...shared.messages, ...own.messages }),
  );
  begun.set(name, loading);
  // A page that is opened later tries again.
  loading.catch(() => begun.delete(name));
  return loading;
}

type Props = { room: Room; fallback: ReactNode; children: ReactNode };

/** Gives what is inside the texts of a room behind the first page; the first page does not wait for them. */
export function RoomTexts({ room, fallback, children }: Props) {
  return (
    <Suspense fallback={fallback}>
      <Loaded room={room}>{children}</Loaded>
    </Suspense>
  );
}

function Loaded({ room, children }: Pick<Props, "room" | "children">) {
  const { locale } = useLocaleChoice();
  const around = useMessages();
  const own = use(loadOnce(room, locale));
  const messages = useMemo(() => ({ ...around, ...own }), [around, own]);
  return (
    <IntlProvider locale={locale} messages={messages}>
      {children}
    </IntlProvider>
  );
}
