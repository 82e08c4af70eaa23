import { TransportError } from "@botdeck/b24-client";

/** No answer came, and nothing tells whether the portal heard. */
export const TROUBLE = new TransportError("the connection broke", "unknown");

/** One event as `imbot.v2.Event.get` lists it; its message has the same number. */
export function fetched(id: number) {
  return {
    eventId: id,
    type: "ONIMBOTV2MESSAGEADD",
    date: "2026-01-15T10:30:01+03:00",
    data: {
      bot: { id: 456, code: "store" },
      message: { id, chatId: 5, authorId: 1, date: "2026-01-15T10:30:00+03:00", text: `message ${id}` },
      chat: { id: 5, dialogId: "chat5", type: "chat", name: "Chat" },
      user: { id: 1, name: "A person", type: "employee" },
      language: "en",
    },
  };
}

/** What `imbot.v2.Event.get` answers. */
export function page(events: readonly object[], nextOffset: number | null, hasMore = false) {
  return { body: { result: { events, lastEventId: nextOffset, nextOffset, hasMore } } };
}
